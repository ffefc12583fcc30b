import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pictureIntake } from '#renderer/features/media/picture-intake.ts';
import { draftActs, provideDraftActs, type DraftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { storedAsset, useIncoming } from '#renderer/session/incoming-pictures.ts';
import { useNotices } from '#renderer/session/notices.ts';
import type { EditorHandle } from '#renderer/editor/document-editor-props.ts';
import type { Asset } from '#shared/model/asset.ts';
import { FakeDesk, Refusal, withTexts } from '#tests/helpers/fake-desk.ts';

const rendition = { sha256: 'b'.repeat(64), width: 1600, height: 1200, bytes: 1 };

function asset(digit: string): Asset {
  return {
    sha256: digit.repeat(64),
    name: `${digit}.jpg`,
    type: 'image/jpeg',
    bytes: 1,
    width: 3264,
    height: 2448,
    takenAt: null,
    hadLocation: false,
    hasOriginal: true,
    display: rendition,
    thumbnail: rendition,
  };
}

/** What the cameras of some pictures say, by content. */
const takenAt = new Map([
  ['7', '2026-03-16T02:00:00.000Z'],
  ['8', '2026-03-16T01:00:00.000Z'],
]);

/** A desk that takes every picture but those whose content names a refusal. */
function desk(): FakeDesk {
  const contents = new Map<string, string>();
  let last = 0;
  return new FakeDesk({
    'inlet:begin': () => ({ fileId: String((last += 1)) }),
    'inlet:append': ({ fileId, chunk }) => {
      contents.set(fileId, new TextDecoder().decode(chunk));
      return { received: chunk.byteLength };
    },
    'inlet:discard': () => ({}),
    'media:taken-at': ({ head }) => ({ takenAt: takenAt.get(new TextDecoder().decode(head)) ?? null }),
    'media:import': async ({ fileId, acceptTruncated }) => {
      const content = contents.get(fileId) ?? '';
      await gates.get(content);
      if (content === 'full' && fullDisk) throw new Refusal({ code: 'disk-full', params: {} });
      if (content === 'broken') throw new Refusal({ code: 'picture-broken', params: {} });
      if (content === 'truncated' && !acceptTruncated) throw new Refusal({ code: 'picture-truncated', params: {} });
      return { asset: asset(content.length > 1 ? 'f' : content), frames: content === 'animated' ? 12 : 1 };
    },
  });
}

/** What stands on the sheet, and the real names it was told, in their order. */
let sheet: Set<string>;
let arrived: [string, string][];
/** By content: until then the main process does not answer the import. */
let gates: Map<string, Promise<void>>;
let fullDisk = false;

beforeAll(async () => {
  desk();
  await withTexts();
  const acts: Pick<DraftActs, 'heldPictures' | 'pictureArrived'> = {
    heldPictures: () => sheet,
    pictureArrived: (pending, sha256) => void arrived.push([pending, sha256]),
  };
  provideDraftActs(acts as DraftActs);
  const handle: Pick<EditorHandle, 'dropPending'> = {
    dropPending: (dropped) => {
      for (const name of dropped.keys()) sheet.delete(name);
    },
  };
  useDraftSession.setState({ handle: handle as EditorHandle });
});
beforeEach(() => {
  useNotices.setState({ shown: [] });
  useIncoming.setState({ pictures: new Map() });
  sheet = new Set();
  arrived = [];
  gates = new Map();
  fullDisk = false;
});

const file = (content: string, name = `${content}.jpg`, lastModified = 0) =>
  new File([content], name, { lastModified });

/** Begins to take pictures in, and puts them on the sheet as the editor does. */
function put(files: readonly File[], instead?: string | null): readonly string[] {
  const names = pictureIntake.begin(files, instead);
  for (const name of names) sheet.add(name);
  return names;
}
const kinds = (names: readonly string[]) => names.map((name) => pictureIntake.stateOf(name)?.kind);
const taken = () => arrived.map(([, sha256]) => sha256[0]).join('');
const notice = () => useNotices.getState().shown.at(-1);

describe('several pictures', () => {
  test('stand in their places at once, in the order in which they were made once that is known', async () => {
    desk();
    // Two say when they were taken; of the others the file does, and then the name, 2 before 10.
    const between = Date.parse('2026-03-16T01:30:00.000Z');
    const files = [file('7'), file('3', '图10.jpg'), file('2', '图2.jpg'), file('1', 'z.jpg', between), file('8')];
    const names = put(files);
    expect(kinds(names)).toEqual(['queued', 'queued', 'queued', 'queued', 'queued']);
    await expect.poll(taken).toBe('23817');
    expect(arrived.map(([name]) => name)).toEqual(names);
    expect(draftSession().assets.has('1'.repeat(64))).toBe(true);
    expect(useNotices.getState().shown).toEqual([]);
  });

  test('are told how far they are; one that is refused says why in its place, and the others go on', async () => {
    desk();
    const open = Promise.withResolvers<void>();
    gates.set('1', open.promise);
    const names = put([file('1'), file('broken', '合影.jpg', 1), file('2', '2.jpg', 2)]);
    await expect.poll(() => notice()?.title).toBe('正在放入 1/3 张图片');
    open.resolve();
    await expect.poll(taken).toBe('12');
    expect(kinds(names)).toEqual(['there', 'failed', 'there']);
    expect(pictureIntake.stateOf(names[1] ?? '')).toMatchObject({
      name: '合影.jpg',
      reason: '图片已损坏，没有放入稿件。请重新导出或换一张。',
      mayRetry: false,
    });
    await expect.poll(() => notice()?.title).toBe('有 1 张图片没有放入，其余已放入');
    // It stands as long as one that was refused does.
    put([file('3')]);
    await expect.poll(taken).toBe('123');
    await expect.poll(() => notice()?.title).toBe('有 1 张图片没有放入，其余已放入');
    notice()?.act?.run();
    expect([...sheet].slice(0, 2)).toEqual([names[0], names[2]]);
  });

  test('are all cancelled at once: what was read stays, nothing more is', async () => {
    const fake = desk();
    const open = Promise.withResolvers<void>();
    gates.set('2', open.promise);
    const names = put([file('1'), file('2', '2.jpg', 1), file('3', '3.jpg', 2)]);
    await expect.poll(() => kinds(names)).toEqual(['there', 'preparing', 'queued']);
    expect(notice()?.act?.label).toBe('全部取消');
    notice()?.act?.run();
    open.resolve();
    await expect.poll(taken).toBe('12');
    expect([...sheet]).toEqual([names[0]]);
    expect(fake.requests('media:import')).toHaveLength(2);
    expect(kinds(names)).toEqual(['there', 'there', 'queued']);
  });
});

describe('one picture', () => {
  test('that moves goes in as its first frame, and that is told', async () => {
    desk();
    put([file('animated', '进度.gif')]);
    await expect.poll(taken).toBe('f');
    await expect.poll(() => notice()?.title).toBe('有 1 张动图或多页图，只放入了第一帧（第一页）');
    expect(notice()?.lines).toEqual(['进度.gif']);
  });

  test('that is cut off asks in its place, and goes in only when a person says so', async () => {
    const fake = desk();
    const [name = ''] = put([file('truncated', '半张.jpg')]);
    await expect.poll(() => kinds([name])).toEqual(['asks']);
    pictureIntake.accept(name);
    await expect.poll(taken).toBe('f');
    expect(fake.requests('media:import').map(({ acceptTruncated }) => acceptTruncated)).toEqual([false, true]);
    // What the main process had was not sent again.
    expect(fake.requests('inlet:begin')).toHaveLength(1);
  });

  test('that failed for want of room goes in at the next try', async () => {
    desk();
    fullDisk = true;
    const [name = ''] = put([file('full')]);
    await expect.poll(() => kinds([name])).toEqual(['failed']);
    expect(pictureIntake.stateOf(name)?.mayRetry).toBe(true);
    fullDisk = false;
    pictureIntake.retry(name);
    await expect.poll(taken).toBe('f');
  });

  test('that undo took from the sheet waits, and goes on when redo brings it back', async () => {
    const fake = desk();
    const open = Promise.withResolvers<void>();
    gates.set('1', open.promise);
    const [first = ''] = put([file('1')]);
    const [second = ''] = put([file('2')]);
    await expect.poll(() => kinds([first])).toEqual(['preparing']);
    sheet.delete(second);
    open.resolve();
    await expect.poll(taken).toBe('1');
    expect(kinds([second])).toEqual(['queued']);
    expect(fake.requests('inlet:begin')).toHaveLength(1);
    sheet.add(second);
    pictureIntake.resume(second);
    await expect.poll(taken).toBe('12');
  });

  test('is stored as what stood there before, until it is there', async () => {
    desk();
    const old = 'a'.repeat(64);
    const [waiting = ''] = put([file('1')]);
    const [replacing = ''] = put([file('2')], old);
    expect([waiting, replacing].map(storedAsset)).toEqual([null, old]);
    await expect.poll(taken).toBe('12');
    expect([waiting, replacing].map(storedAsset)).toEqual(['1'.repeat(64), '2'.repeat(64)]);
    expect(storedAsset(old)).toBe(old);
    expect(draftActs().heldPictures().size).toBe(2);
  });
});
