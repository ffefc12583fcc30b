import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EditorHandle } from '#renderer/editor/document-editor-props.ts';
import { draftController, flushEverything, followDraftChanges } from '#renderer/features/drafts/draft-controller.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { emptyHistory, type EditHistory, type MetadataChange } from '#shared/model/edit-history.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Document } from '#shared/document/schema.ts';
import { contentOf, paragraph } from '#tests/builders/content.ts';
import { FakeDesk, Refusal, withTexts } from '#tests/helpers/fake-desk.ts';

/** What the fake main process holds of one draft. */
interface Held {
  content: DraftContent;
  revision: string;
  journalSequence: number;
  history: EditHistory;
}

let held: Map<string, Held>;
let desk: FakeDesk;
/** As the main process makes it, but for its length. */
const hashOf = (content: unknown): string => JSON.stringify(content);

/** Refuses the next saves. */
let refusals = 0;
/** While set, an opening reads what is held at once and answers only later. */
let gate: Promise<void> | null = null;
/** While set, a save is acknowledged only later. */
let slowDisk: Promise<void> | null = null;

function openDraft(draftId: string): OpenDraft {
  const draft = held.get(draftId);
  if (!draft) throw new Refusal({ code: 'draft-not-found', params: {} });
  const moment = '2026-11-23T06:00:00.000Z';
  const by = { id: 'person', name: '甲', role: 'writer' };
  return {
    summary: {
      id: draftId,
      number: 1,
      headline: draft.content.metadata.headline,
      columnId: '',
      state: 'drafting',
      authorId: 'person',
      authorName: '甲',
      characters: 0,
      figures: 0,
      toConfirm: 0,
      revision: 1,
      conflict: false,
      createdAt: moment,
      updatedAt: moment,
      plannedAt: null,
      trashedAt: null,
    },
    content: draft.content,
    revision: {
      id: draft.revision,
      draftId,
      sequence: 1,
      parentId: null,
      kind: 'created',
      headline: '',
      characters: 0,
      contentHash: '0'.repeat(64),
      link: '0'.repeat(64),
      by,
      at: moment,
    },
    journalSequence: draft.journalSequence,
    recovered: false,
    reviews: [],
    comments: [],
    assets: [],
    incoming: null,
    history: draft.history,
  };
}

/** What the editor recorded of the metadata, and the steps it says it has: one for each time it was typed at. */
let recorded: MetadataChange[] = [];
let steps: EditHistory = emptyHistory;
const oneStep = { splices: [], metadata: null, selectionBefore: null, selectionAfter: null };

/** What stands in the editor; `type` is what the editor does for each key. */
let body = '';
function mountEditor(): void {
  body = wordsOf(draftSession().opened?.content.document);
  const read: EditorHandle['read'] = () => ({
    format: 'gaoqian-document',
    version: 1,
    children: [paragraph(body)],
  });
  steps = draftSession().opened?.history ?? emptyHistory;
  const bodyBefore: string[] = [];
  const handle: Pick<EditorHandle, 'read' | 'readHistory' | 'recordMetadata' | 'applyDocument' | 'undo'> = {
    read,
    applyDocument: (document) => {
      bodyBefore.push(body);
      body = wordsOf(document);
      draftController.wordsChanged();
      return 1;
    },
    undo: () => {
      body = bodyBefore.pop() ?? body;
      draftController.wordsChanged();
    },
    readHistory: () => steps,
    recordMetadata: (change) => void recorded.push(change),
  };
  useDraftSession.setState({ handle: handle as EditorHandle });
}
function type(words: string): void {
  body += words;
  steps = { undo: [...steps.undo, oneStep], redo: [] };
  draftController.wordsChanged();
}
function wordsOf(document: Document | null | undefined): string {
  const [block] = document?.children ?? [];
  return block?.type === 'paragraph' && block.children[0]?.type === 'text' ? block.children[0].text : '';
}
function heldWords(draftId: string): string {
  return wordsOf(held.get(draftId)?.content.document);
}

beforeAll(async () => {
  desk = new FakeDesk({
    'draft:open': async ({ draftId }) => {
      const answer = openDraft(draftId);
      await gate;
      return answer;
    },
    'draft:save-journal': async ({ draftId, baseRevisionId, sequence, content }) => {
      if (refusals > 0) {
        refusals -= 1;
        throw new Refusal({ code: 'disk-full', params: {} });
      }
      const draft = held.get(draftId);
      if (!draft || draft.revision !== baseRevisionId) throw new Refusal({ code: 'stale-base', params: {} });
      held.set(draftId, { ...draft, content: content as DraftContent, journalSequence: sequence });
      await slowDisk;
      return { savedAt: '2026-11-23T06:00:01.000Z', contentHash: 'a'.repeat(64), exactHash: hashOf(content) };
    },
    'draft:save-history': ({ draftId, exactHash, history }) => {
      const draft = held.get(draftId);
      if (!draft || exactHash !== hashOf(draft.content)) return { kept: false };
      held.set(draftId, { ...draft, history: history as EditHistory });
      return { kept: true };
    },
  });
  await withTexts();
  followDraftChanges();
});

beforeEach(async () => {
  draftController.close();
  refusals = 0;
  recorded = [];
  gate = null;
  slowDisk = null;
  held = new Map([
    ['a', { content: contentOf('甲稿', ['甲稿正文']), revision: 'a-1', journalSequence: 0, history: emptyHistory }],
    ['b', { content: contentOf('乙稿', ['乙稿正文']), revision: 'b-1', journalSequence: 0, history: emptyHistory }],
  ]);
  await draftController.open('a');
  mountEditor();
});

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
    gate = opening.promise;
    const opened = draftController.open('b');
    type('，还在写');
    opening.resolve();
    await opened;
    mountEditor();
    await flushEverything();
    expect(heldWords('a')).toBe('甲稿正文，还在写');
  });

  test('shows words again that could not be saved when their draft is opened again', async () => {
    refusals = 5;
    type('，磁盘满了');
    await draftController.open('b');
    mountEditor();
    await draftController.open('a');
    expect(draftSession().opened?.content.document.children[0]).toEqual(paragraph('甲稿正文，磁盘满了'));
    refusals = 0;
    mountEditor();
    await flushEverything();
    expect(heldWords('a')).toBe('甲稿正文，磁盘满了');
  });

  test('the last choice wins, however the answers come in', async () => {
    const slow = Promise.withResolvers<void>();
    gate = slow.promise;
    const first = draftController.open('b');
    gate = null;
    draftController.close();
    slow.resolve();
    await first;
    expect(draftSession().opened).toBeNull();
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
    gate = early.promise;
    const key = draftSession().sheetKey;
    desk.send('draft:changed', { draftId: 'a' });
    await expect.poll(() => desk.requests('draft:open').length).toBeGreaterThan(0);
    type('，刚存上');
    await flushEverything();
    gate = null;
    early.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(draftSession().sheetKey).toBe(key);
    expect(heldWords('a')).toBe('甲稿正文，刚存上');
  });

  test('with other words begins the sheet anew when nothing was typed', () => {
    const answer = openDraft('a');
    const key = draftSession().sheetKey;
    draftController.replace({ ...answer, content: contentOf('甲稿', ['审稿人改过的正文']) });
    expect(draftSession().sheetKey).toBe(key + 1);
  });

  test('goes on from a newer revision that another window kept, with both sides in the history', async () => {
    const draft = held.get('a');
    if (draft) held.set('a', { ...draft, revision: 'a-2' });
    type('，我的');
    await flushEverything();
    expect(heldWords('a')).toBe('甲稿正文，我的');
    expect(desk.requests('draft:save-journal').at(-1)?.baseRevisionId).toBe('a-2');
  });
});

describe('a change from beside the sheet', () => {
  const { document } = contentOf('甲稿', ['改过的正文']);

  test('is shown at once, also where nothing can be saved, and so is taking it back', async () => {
    refusals = 100;
    draftController.applyContent({ document });
    expect(wordsOf(draftSession().document)).toBe('改过的正文');
    draftController.pause();
    draftController.undo();
    expect(wordsOf(draftSession().document)).toBe('甲稿正文');
    refusals = 0;
    await flushEverything();
  });

  test('does not go back when a save from before it is acknowledged', async () => {
    const disk = Promise.withResolvers<void>();
    slowDisk = disk.promise;
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
    expect(held.get('a')?.history.undo).toHaveLength(1);
    expect(desk.calls.map(({ channel }) => channel).lastIndexOf('draft:save-history')).toBeGreaterThan(
      desk.calls.map(({ channel }) => channel).lastIndexOf('draft:save-journal'),
    );
  });

  test('of words that could not be saved stays with them', async () => {
    refusals = 5;
    type('，磁盘满了');
    await draftController.open('b');
    mountEditor();
    await draftController.open('a');
    expect(draftSession().opened?.history.undo).toHaveLength(1);
    expect(held.get('a')?.history.undo).toEqual([]);
    refusals = 0;
    mountEditor();
    await flushEverything();
    expect(held.get('a')?.history.undo).toHaveLength(1);
  });

  test('is not saved where nothing changed', async () => {
    const before = desk.requests('draft:save-history').length;
    await draftController.open('b');
    await flushEverything();
    expect(desk.requests('draft:save-history')).toHaveLength(before);
  });

  test('takes in what changes in the metadata, but not what it brought back itself', () => {
    draftController.changeMetadata({ headline: '新标题' });
    draftController.changeMetadata({ headline: '新标题' });
    draftController.returnMetadata({ headline: '甲稿' });
    expect(recorded).toEqual([{ before: { headline: '甲稿' }, after: { headline: '新标题' } }]);
    expect(draftSession().metadata?.headline).toBe('甲稿');
  });
});

test('the headline is saved with the rest', async () => {
  draftController.changeMetadata({ headline: '新标题' });
  await flushEverything();
  expect(held.get('a')?.content.metadata.headline).toBe('新标题');
});
