import { describe, expect, test } from 'vitest';
import { draftController, flushEverything } from '#renderer/features/drafts/draft-controller.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { contentOf, paragraph } from '#tests/builders/content.ts';
import { heldWords, mountEditor, openDraft, type, setUpDraftDesk, wordsOf, world } from './draft-desk.ts';

setUpDraftDesk();

describe('switching drafts', () => {
  test('keeps the words typed just before', async () => {
    type('，最后一句');
    await draftController.open('b');
    mountEditor();
    await flushEverything();
    expect(heldWords('a')).toBe('甲稿正文，最后一句');
    expect(heldWords('b')).toBe('乙稿正文');
  });

  test('keeps words typed while the next draft is still on its way', async () => {
    const opening = Promise.withResolvers<void>();
    world.gate = opening.promise;
    const opened = draftController.open('b');
    type('，还在写');
    opening.resolve();
    await opened;
    mountEditor();
    await flushEverything();
    expect(heldWords('a')).toBe('甲稿正文，还在写');
  });

  test('shows words again that could not be saved when their draft is opened again', async () => {
    world.refusals = 5;
    type('，磁盘满了');
    await draftController.open('b');
    mountEditor();
    await draftController.open('a');
    expect(draftSession().opened?.content.document.children[0]).toEqual(paragraph('甲稿正文，磁盘满了'));
    world.refusals = 0;
    mountEditor();
    await flushEverything();
    expect(heldWords('a')).toBe('甲稿正文，磁盘满了');
  });

  test('the last choice wins, however the answers come in', async () => {
    const slow = Promise.withResolvers<void>();
    world.gate = slow.promise;
    const first = draftController.open('b');
    world.gate = null;
    draftController.close();
    slow.resolve();
    await first;
    expect(draftSession().opened).toBeNull();
  });

  test('the draft on the sheet chosen again calls off another one that is still on its way', async () => {
    await draftController.open('a');
    const slow = Promise.withResolvers<void>();
    world.gate = slow.promise;
    const other = draftController.open('b');
    world.gate = null;
    await draftController.open('a');
    expect(draftSession().opening).toBeNull();
    slow.resolve();
    await other;
    expect(draftSession().opened?.summary.id).toBe('a');
  });
});

describe('an answer for the draft on the sheet', () => {
  test('never takes away words typed since the call', async () => {
    const answer = openDraft('a');
    type('，后来写的');
    const key = draftSession().sheetKey;
    draftController.replace({ ...answer, summary: { ...answer.summary, state: 'first-review' } });
    expect(draftSession().sheetKey).toBe(key);
    expect(draftSession().opened?.summary.state).toBe('first-review');
    await flushEverything();
    expect(heldWords('a')).toBe('甲稿正文，后来写的');
  });

  test('that was read before our newest save is asked for again, and the sheet stays', async () => {
    const early = Promise.withResolvers<void>();
    world.gate = early.promise;
    const key = draftSession().sheetKey;
    world.desk.send('draft:changed', { draftId: 'a' });
    await expect.poll(() => world.desk.requests('draft:open').length).toBeGreaterThan(0);
    type('，刚存上');
    await flushEverything();
    world.gate = null;
    early.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(draftSession().sheetKey).toBe(key);
    expect(heldWords('a')).toBe('甲稿正文，刚存上');
  });

  test('that was read before a later change does not come after it', async () => {
    const early = Promise.withResolvers<void>();
    world.gate = early.promise;
    const asked = world.desk.requests('draft:open').length;
    world.desk.send('draft:changed', { draftId: 'a' });
    await expect.poll(() => world.desk.requests('draft:open').length).toBe(asked + 1);
    world.gate = null;
    const draft = world.held.get('a');
    if (draft) world.held.set('a', { ...draft, revision: 'a-2', content: contentOf('甲稿', ['审稿人改过的正文']) });
    world.desk.send('draft:changed', { draftId: 'a' });
    await expect.poll(() => draftSession().opened?.revision.id).toBe('a-2');
    early.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(draftSession().opened?.revision.id).toBe('a-2');
    expect(wordsOf(draftSession().opened?.content.document)).toBe('审稿人改过的正文');
  });

  test('comes, though another draft changed meanwhile', async () => {
    const slow = Promise.withResolvers<void>();
    world.gate = slow.promise;
    const draft = world.held.get('a');
    if (draft) world.held.set('a', { ...draft, revision: 'a-2', content: contentOf('甲稿', ['审稿人改过的正文']) });
    world.desk.send('draft:changed', { draftId: 'a' });
    world.desk.send('draft:changed', { draftId: 'b' });
    world.gate = null;
    slow.resolve();
    await expect.poll(() => draftSession().opened?.revision.id).toBe('a-2');
  });

  test('with other words begins the sheet anew when nothing was typed', () => {
    const answer = openDraft('a');
    const key = draftSession().sheetKey;
    draftController.replace({ ...answer, content: contentOf('甲稿', ['审稿人改过的正文']) });
    expect(draftSession().sheetKey).toBe(key + 1);
  });

  test('goes on from a newer revision that another window kept, with both sides in the history', async () => {
    const draft = world.held.get('a');
    if (draft) world.held.set('a', { ...draft, revision: 'a-2' });
    type('，我的');
    await flushEverything();
    expect(heldWords('a')).toBe('甲稿正文，我的');
    expect(world.desk.requests('draft:save-journal').at(-1)?.baseRevisionId).toBe('a-2');
  });
});

describe('a change from beside the sheet', () => {
  const { document } = contentOf('甲稿', ['改过的正文']);

  test('is shown at once, also where nothing can be saved, and so is taking it back', async () => {
    world.refusals = 100;
    draftController.applyContent({ document });
    expect(wordsOf(draftSession().document)).toBe('改过的正文');
    draftController.pause();
    draftController.undo();
    expect(wordsOf(draftSession().document)).toBe('甲稿正文');
    world.refusals = 0;
    await flushEverything();
  });

  test('does not go back when a save from before it is acknowledged', async () => {
    const disk = Promise.withResolvers<void>();
    world.slowDisk = disk.promise;
    type('，先写的');
    draftController.pause();
    draftController.applyContent({ document });
    const shown: string[] = [];
    const stop = useDraftSession.subscribe((session) => void shown.push(wordsOf(session.document)));
    disk.resolve();
    await flushEverything();
    stop();
    expect([...new Set(shown)]).toEqual(['改过的正文']);
    expect(heldWords('a')).toBe('改过的正文');
  });
});

describe('the history', () => {
  test('of a draft that was left is there again when it is opened again', async () => {
    type('，一');
    type('，二');
    await draftController.open('b');
    mountEditor();
    await draftController.open('a');
    expect(draftSession().opened?.history.undo).toHaveLength(2);
  });

  test('follows the words into the store, also at the end of the day', async () => {
    type('，一');
    await flushEverything();
    expect(world.held.get('a')?.history.undo).toHaveLength(1);
    expect(world.desk.calls.map(({ channel }) => channel).lastIndexOf('draft:save-history')).toBeGreaterThan(
      world.desk.calls.map(({ channel }) => channel).lastIndexOf('draft:save-journal'),
    );
  });

  test('of words that could not be saved stays with them', async () => {
    world.refusals = 5;
    type('，磁盘满了');
    await draftController.open('b');
    mountEditor();
    await draftController.open('a');
    expect(draftSession().opened?.history.undo).toHaveLength(1);
    expect(world.held.get('a')?.history.undo).toEqual([]);
    world.refusals = 0;
    mountEditor();
    await flushEverything();
    expect(world.held.get('a')?.history.undo).toHaveLength(1);
  });

  test('is not saved where nothing changed', async () => {
    const before = world.desk.requests('draft:save-history').length;
    await draftController.open('b');
    await flushEverything();
    expect(world.desk.requests('draft:save-history')).toHaveLength(before);
  });

  test('takes in what changes in the metadata, but not what it brought back itself', () => {
    draftController.changeMetadata({ headline: '新标题' });
    draftController.changeMetadata({ headline: '新标题' });
    draftController.returnMetadata({ headline: '甲稿' });
    expect(world.recorded).toEqual([{ before: { headline: '甲稿' }, after: { headline: '新标题' } }]);
    expect(draftSession().metadata?.headline).toBe('甲稿');
  });
});

test('the headline is saved with the rest', async () => {
  draftController.changeMetadata({ headline: '新标题' });
  await flushEverything();
  expect(world.held.get('a')?.content.metadata.headline).toBe('新标题');
});
