import { call, codedErrorOf } from '#renderer/api/desk-api.ts';
import { refreshRevisions } from '#renderer/api/queries.ts';
import { translate } from '#renderer/i18n/text.ts';
import { isComposing } from '#renderer/session/composition.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { pendingOf, storedBlocks, storedDocument } from '#renderer/session/incoming-pictures.ts';
import { notify } from '#renderer/session/notices.ts';
import { documentStatistics } from '#shared/document/statistics.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { mapHistory } from '#shared/model/edit-steps.ts';
import { Autosave } from './autosave.ts';
import { patchDraftLine, refreshListSoon } from './draft-line-cache.ts';
import { HistorySaver } from './history-saver.ts';
import { MetadataRecorder } from './metadata-recorder.ts';
import { showSave } from './show-save.ts';

/** What keeps one draft's words, and after them the steps that led to them. */
export interface Keeper {
  readonly autosave: Autosave;
  readonly steps: HistorySaver;
}

/** That of the draft on the sheet, and those of drafts that were left with something not yet acknowledged. */
export const keepers: { present: Keeper | null; readonly leaving: Map<string, Keeper> } = {
  present: null,
  leaving: new Map(),
};

/** The words as they stand. Letters that an input method tries are none yet: what was written before them is read. */
export function readSheet(): DraftContent {
  const { handle, metadata, opened } = draftSession();
  if (!opened || !metadata) throw new Error('no draft on the sheet');
  return { metadata: recorder.settled(metadata), document: handle?.read() ?? opened.content.document };
}

/** What may be stored of a sheet on which pictures are still on their way. */
export function stored(content: DraftContent): DraftContent {
  return { ...content, document: storedDocument(content.document) };
}

/**
 * Tells the features what stands on the sheet now: words, counts, checks. Never what a save held, which may have been
 * overtaken since: a box ticked beside the sheet would go back for a moment.
 */
export function showSheet(saved: { readonly contentHash?: string } = {}): void {
  const { document } = stored(readSheet());
  useDraftSession.setState({ document, statistics: documentStatistics(document), ...saved });
}

/** Puts what is changed in the fields into the history of the draft on the sheet. */
export const recorder = new MetadataRecorder({
  isComposing,
  record(change, step) {
    draftSession().handle?.recordMetadata(change, step);
    wordsChanged();
  },
});

/** Keeps a draft from the state in which it was opened. */
export function keeperFor(opened: OpenDraft): Keeper {
  const autosave = autosaveFor(opened);
  const { draftId } = autosave;
  const steps = new HistorySaver({
    read: () => draftSession().handle?.readHistory() ?? null,
    isSaved: () => !autosave.dirty,
    save: async (exactHash, steps) => {
      const history = mapHistory(steps, storedBlocks);
      return (await call('draft:save-history', { draftId, exactHash, history })).kept;
    },
    after,
  });
  return { autosave, steps };
}

function autosaveFor(opened: OpenDraft): Autosave {
  const draftId = opened.summary.id;
  const autosave: Autosave = new Autosave(
    draftId,
    { revisionId: opened.revision.id, sequence: opened.journalSequence },
    {
      saveJournal: (entry) => call('draft:save-journal', { ...entry, content: stored(entry.content) }),
      async saveRevision(kind) {
        const revision = await call('draft:save-revision', { draftId, kind });
        void refreshRevisions(draftId);
        if (kind === 'manual') {
          const title = translate('drafts.revisionKept', { sequence: revision.sequence });
          notify({ intent: 'success', title, passing: true, topic: 'revision' });
        }
        return revision;
      },
      read: readSheet,
      async findBase() {
        const newest = await call('draft:open', { draftId });
        notify({ intent: 'warning', title: translate('drafts.reloaded'), topic: `stale-${draftId}` });
        return { revisionId: newest.revision.id, sequence: newest.journalSequence };
      },
      toError: codedErrorOf,
      onStatus: (status) => showSave(status, () => keepers.present?.autosave === autosave),
      onSaved(content, { savedAt, contentHash, exactHash }) {
        patchDraftLine(draftId, content, savedAt);
        refreshListSoon();
        const keeper = keepers.present?.autosave === autosave ? keepers.present : keepers.leaving.get(draftId);
        keeper?.steps.settle(exactHash);
        if (keepers.present?.autosave === autosave) showSheet({ contentHash });
        else if (keeper && !isHolding(keeper)) void letGo(draftId);
      },
      now: () => performance.now(),
      after,
    },
  );
  return autosave;
}

/** Lets go of the draft on the sheet; its words are taken now and saved in the background until acknowledged. */
export function leavePresent(): void {
  if (!keepers.present) return;
  const { autosave, steps } = keepers.present;
  recorder.settle();
  // What is on its way goes into the store when it is there: the words wait for it.
  if (pendingOf(readSheet().document).length > 0) wordsChanged();
  steps.close();
  autosave.close();
  keepers.leaving.set(autosave.draftId, keepers.present);
  keepers.present = null;
  if (!isHolding({ autosave, steps })) void letGo(autosave.draftId);
}

/** Whether something of a draft that was left is not in the store: words, or pictures that are still on their way. */
export function isHolding({ autosave }: Keeper): boolean {
  return autosave.dirty || (autosave.wordsLeft !== null && pendingOf(autosave.wordsLeft.document).length > 0);
}

/** A draft that was left has all its words in the store: the steps follow, and nothing is left to do. */
async function letGo(draftId: string): Promise<void> {
  const keeper = keepers.leaving.get(draftId);
  await keeper?.steps.flush();
  if (keeper && keepers.leaving.get(draftId) === keeper && !isHolding(keeper)) keepers.leaving.delete(draftId);
}

/** The sheet's content is not what it was. */
export function wordsChanged(): void {
  keepers.present?.steps.changed();
  keepers.present?.autosave.changed();
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
