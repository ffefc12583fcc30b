import { beforeAll, beforeEach, expect, test } from 'vitest';
import { importPictures } from '#renderer/features/media/import-pictures.ts';
import { useQuestion } from '#renderer/session/ask.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { useNotices } from '#renderer/session/notices.ts';
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
    'media:import': ({ fileId, acceptTruncated }) => {
      const content = contents.get(fileId) ?? '';
      if (content === 'broken') throw new Refusal({ code: 'picture-broken', params: {} });
      if (content === 'truncated' && !acceptTruncated) throw new Refusal({ code: 'picture-truncated', params: {} });
      return asset(content === 'truncated' ? 'f' : content);
    },
  });
}

beforeAll(async () => {
  desk();
  await withTexts();
});
beforeEach(() => useNotices.setState({ shown: [] }));

const file = (content: string, name = `${content}.jpg`, lastModified = 0) =>
  new File([content], name, { lastModified });

test('answers the pictures in the order in which they were made and makes them known to the sheet', async () => {
  desk();
  // Two say when they were taken; of the others the file does, and then the name, 2 before 10.
  const between = Date.parse('2026-03-16T01:30:00.000Z');
  const files = [file('7'), file('3', '图10.jpg'), file('2', '图2.jpg'), file('1', 'z.jpg', between), file('8')];
  const taken = await importPictures(files);
  expect(taken.map(({ sha256 }) => sha256[0])).toEqual(['2', '3', '8', '1', '7']);
  expect(draftSession().assets.has('1'.repeat(64))).toBe(true);
  expect(useNotices.getState().shown).toEqual([]);
});

test('tells which picture was refused and why, and goes on with the others', async () => {
  desk();
  const taken = await importPictures([file('1'), file('broken', '合影.jpg'), file('2')]);
  expect(taken).toHaveLength(2);
  const [notice] = useNotices.getState().shown;
  expect(notice?.title).toBe('有 1 张图片没有放入，其余已放入');
  expect(notice?.lines).toEqual(['合影.jpg：图片已损坏，没有放入稿件。请重新导出或换一张。']);
});

test('asks before it takes an incomplete picture', async () => {
  const fake = desk();
  const taken = importPictures([file('truncated', '半张.jpg')]);
  await expect.poll(() => useQuestion.getState().question?.body).toContain('半张.jpg');
  useQuestion.getState().answer(true);
  expect(await taken).toHaveLength(1);
  expect(fake.requests('media:import').map(({ acceptTruncated }) => acceptTruncated)).toEqual([false, true]);
});

test('leaves an incomplete picture out when the person says so', async () => {
  const fake = desk();
  const taken = importPictures([file('truncated')]);
  await expect.poll(() => useQuestion.getState().question).not.toBeNull();
  useQuestion.getState().answer(false);
  expect(await taken).toEqual([]);
  expect(fake.requests('inlet:discard')).toHaveLength(1);
});
