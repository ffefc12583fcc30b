import { beforeAll, beforeEach, vi } from 'vitest';
import type { EditorHandle } from '#renderer/editor/document-editor-props.ts';
import { draftController, followDraftChanges } from '#renderer/features/drafts/draft-controller.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { mapAssets } from '#shared/document/pending-asset.ts';
import type { BlockNode, Document } from '#shared/document/schema.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { emptyHistory, type EditHistory, type MetadataChange } from '#shared/model/edit-history.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { contentOf, paragraph } from '#tests/builders/content.ts';
import { FakeDesk, Refusal, withTexts } from '#tests/helpers/fake-desk.ts';

// A page that paints at once, and has nothing else to do.
vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint));
vi.stubGlobal('cancelAnimationFrame', clearTimeout);
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
vi.stubGlobal('cancelIdleCallback', clearTimeout);

/** What the fake main process holds of one draft. */
interface Held {
  content: DraftContent;
  revision: string;
  journalSequence: number;
  history: EditHistory;
}

/** What the fake main process holds, and how it behaves; what stands in the editor. Begins anew with each test. */
export const world = {
  held: new Map<string, Held>(),
  desk: new FakeDesk({}),
  /** Refuses the next saves. */
  refusals: 0,
  /** While set, an opening reads what is held at once and answers only later. */
  gate: null as Promise<void> | null,
  /** While set, a save is acknowledged only later. */
  slowDisk: null as Promise<void> | null,
  /** What the editor recorded of the metadata, and the steps it says it has: one for each time it was typed at. */
  recorded: [] as MetadataChange[],
  steps: emptyHistory,
  /** The words on the sheet, and the figures after them. */
  body: '',
  figures: [] as readonly BlockNode[],
};

/** As the main process makes it, but for its length. */
const hashOf = (content: unknown): string => JSON.stringify(content);

export function openDraft(draftId: string): OpenDraft {
  const draft = world.held.get(draftId);
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

const oneStep = { splices: [], metadata: null, selectionBefore: null, selectionAfter: null };

export function mountEditor(): void {
  world.body = wordsOf(draftSession().opened?.content.document);
  world.figures = draftSession().opened?.content.document.children.slice(1) ?? [];
  const read: EditorHandle['read'] = () => ({
    format: 'gaoqian-document',
    version: 1,
    children: [paragraph(world.body), ...world.figures],
  });
  world.steps = draftSession().opened?.history ?? emptyHistory;
  const bodyBefore: string[] = [];
  const handle: Pick<
    EditorHandle,
    'read' | 'readHistory' | 'readPlace' | 'recordMetadata' | 'applyDocument' | 'undo' | 'renameAsset'
  > = {
    read,
    applyDocument: (document) => {
      bodyBefore.push(world.body);
      world.body = wordsOf(document);
      draftController.wordsChanged();
      return 1;
    },
    renameAsset: (from, to) => {
      world.figures = mapAssets(world.figures, (asset) => (asset === from ? to : asset));
      draftController.wordsChanged();
    },
    undo: () => {
      world.body = bodyBefore.pop() ?? world.body;
      draftController.wordsChanged();
    },
    readHistory: () => world.steps,
    readPlace: () => ({ top: null, selection: null }),
    recordMetadata: (change) => void world.recorded.push(change),
  };
  useDraftSession.setState({ handle: handle as EditorHandle });
}
/** What the editor does for each key. */
export function type(words: string): void {
  world.body += words;
  world.steps = { undo: [...world.steps.undo, oneStep], redo: [] };
  draftController.wordsChanged();
}
export function wordsOf(document: Document | null | undefined): string {
  const [block] = document?.children ?? [];
  return block?.type === 'paragraph' && block.children[0]?.type === 'text' ? block.children[0].text : '';
}
export function heldWords(draftId: string): string {
  return wordsOf(world.held.get(draftId)?.content.document);
}

/** Sets a window up for each test of a file: draft a on the sheet, b in the list. */
export function setUpDraftDesk(): void {
  beforeAll(async () => {
    world.desk = new FakeDesk({
      'draft:open': async ({ draftId }) => {
        const answer = openDraft(draftId);
        await world.gate;
        return answer;
      },
      'draft:save-journal': async ({ draftId, baseRevisionId, sequence, content }) => {
        if (world.refusals > 0) {
          world.refusals -= 1;
          throw new Refusal({ code: 'disk-full', params: {} });
        }
        const draft = world.held.get(draftId);
        if (!draft || draft.revision !== baseRevisionId) throw new Refusal({ code: 'stale-base', params: {} });
        world.held.set(draftId, { ...draft, content: content as DraftContent, journalSequence: sequence });
        await world.slowDisk;
        return { savedAt: '2026-11-23T06:00:01.000Z', contentHash: 'a'.repeat(64), exactHash: hashOf(content) };
      },
      'draft:save-history': ({ draftId, exactHash, history }) => {
        const draft = world.held.get(draftId);
        if (!draft || exactHash !== hashOf(draft.content)) return { kept: false };
        world.held.set(draftId, { ...draft, history: history as EditHistory });
        return { kept: true };
      },
      'draft:read-place': () => null,
      'draft:keep-place': () => ({}),
    });
    await withTexts();
    followDraftChanges();
  });

  beforeEach(async () => {
    draftController.close();
    world.refusals = 0;
    world.recorded = [];
    world.gate = null;
    world.slowDisk = null;
    world.held = new Map([
      ['a', { content: contentOf('甲稿', ['甲稿正文']), revision: 'a-1', journalSequence: 0, history: emptyHistory }],
      ['b', { content: contentOf('乙稿', ['乙稿正文']), revision: 'b-1', journalSequence: 0, history: emptyHistory }],
    ]);
    await draftController.open('a');
    mountEditor();
  });
}
