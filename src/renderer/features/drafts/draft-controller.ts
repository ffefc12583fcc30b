import { call, codedErrorOf, listen } from '#renderer/api/desk-api.ts';
import { refreshDrafts, refreshRevisions } from '#renderer/api/queries.ts';
import { translate } from '#renderer/i18n/text.ts';
import { isComposing } from '#renderer/session/composition.ts';
import { contentHash } from '#renderer/session/content-hash.ts';
import {
  arrivedDocument,
  isOnItsWay,
  pendingOf,
  storedBlocks,
  storedDocument,
  useIncoming,
} from '#renderer/session/incoming-pictures.ts';
import type { DraftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, noDraft, useDraftSession } from '#renderer/session/draft-session.ts';
import { holdTyping, returnTyping } from '#renderer/session/held-typing.ts';
import { notify } from '#renderer/session/notices.ts';
import { claimDraft } from '#renderer/session/this-window.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { documentStatistics } from '#shared/document/statistics.ts';
import { assetsOf } from '#shared/document/walk.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { DraftContent, DraftMetadata } from '#shared/model/draft.ts';
import { fillMetadata, metadataFields } from '#shared/model/draft.ts';
import { mapHistory, metadataChange } from '#shared/model/edit-steps.ts';
import { Autosave } from './autosave.ts';
import { HistorySaver } from './history-saver.ts';
import { MetadataRecorder } from './metadata-recorder.ts';
import { patchDraftLine, refreshListSoon } from './draft-line-cache.ts';
import { showSave } from './show-save.ts';

/** What keeps one draft's words, and after them the steps that led to them. */
interface Keeper {
  readonly autosave: Autosave;
  readonly steps: HistorySaver;
}

/** That of the draft on the sheet, and those of drafts that were left with something not yet acknowledged. */
let current: Keeper | null = null;
const leaving = new Map<string, Keeper>();
/** Counts the requests to show something, so that a slow answer never covers a later choice. */
let request = 0;

/** The words as they stand. Letters that an input method tries are none yet: what was written before them is read. */
function readSheet(): DraftContent {
  const { handle, metadata, opened } = draftSession();
  if (!opened || !metadata) throw new Error('no draft on the sheet');
  return { metadata: recorder.settled(metadata), document: handle?.read() ?? opened.content.document };
}

/** What may be stored of a sheet on which pictures are still on their way. */
function stored(content: DraftContent): DraftContent {
  return { ...content, document: storedDocument(content.document) };
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

const recorder = new MetadataRecorder({
  isComposing,
  record(change, joins) {
    draftSession().handle?.recordMetadata(change, joins);
    changed();
  },
});

function keeperFor(opened: OpenDraft): Keeper {
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
      onStatus: (status) => showSave(status, () => current?.autosave === autosave),
      onSaved(content, { savedAt, contentHash, exactHash }) {
        patchDraftLine(draftId, content, savedAt);
        refreshListSoon();
        const keeper = current?.autosave === autosave ? current : leaving.get(draftId);
        keeper?.steps.settle(exactHash);
        if (current?.autosave === autosave) showSheet({ contentHash });
        else if (keeper && !isHolding(keeper)) void letGo(draftId);
      },
      now: () => performance.now(),
      after,
    },
  );
  return autosave;
}

/**
 * Tells the features what stands on the sheet now: words, counts, checks. Never what a save held, which may have been
 * overtaken since: a box ticked beside the sheet would go back for a moment.
 */
function showSheet(saved: { readonly contentHash?: string } = {}): void {
  const { document } = stored(readSheet());
  useDraftSession.setState({ document, statistics: documentStatistics(document), ...saved });
}

/** The hash of words that were opened; those that are saved bring theirs. */
async function takeHash(content: DraftContent): Promise<void> {
  const hash = await contentHash(content);
  if (draftSession().document === content.document) useDraftSession.setState({ contentHash: hash });
}

/** Lets go of the draft on the sheet; its words are taken now and saved in the background until acknowledged. */
function leave(): void {
  if (!current) return;
  const { autosave, steps } = current;
  recorder.settle();
  // What is on its way goes into the store when it is there: the words wait for it.
  if (pendingOf(readSheet().document).length > 0) changed();
  steps.close();
  autosave.close();
  leaving.set(autosave.draftId, current);
  current = null;
  if (!isHolding({ autosave, steps })) void letGo(autosave.draftId);
}

/** Whether something of a draft that was left is not in the store: words, or pictures that are still on their way. */
function isHolding({ autosave }: Keeper): boolean {
  return autosave.dirty || (autosave.wordsLeft !== null && pendingOf(autosave.wordsLeft.document).length > 0);
}

/** A draft that was left has all its words in the store: the steps follow, and nothing is left to do. */
async function letGo(draftId: string): Promise<void> {
  const keeper = leaving.get(draftId);
  await keeper?.steps.flush();
  if (keeper && leaving.get(draftId) === keeper && !isHolding(keeper)) leaving.delete(draftId);
}

/** The sheet's content is not what it was. */
function changed(): void {
  current?.steps.changed();
  current?.autosave.changed();
}

/** Words of an earlier visit that are not in the store, or wait for their pictures there. */
function wordsToShow(opened: OpenDraft, unsaved: Keeper | null): DraftContent {
  const left = unsaved?.autosave.wordsLeft;
  if (!left || !unsaved) return opened.content;
  if (!unsaved.autosave.dirty && canonicalJson(stored(left)) !== canonicalJson(opened.content)) return opened.content;
  return { ...left, document: arrivedDocument(left.document) };
}

function show(opened: OpenDraft, unsaved: Keeper | null): void {
  const content = wordsToShow(opened, unsaved);
  const history = unsaved?.steps.lastSteps ?? opened.history;
  current = keeperFor(opened);
  useDraftSession.setState((session) => ({
    ...noDraft,
    opened: { ...opened, content, history },
    sheetKey: session.sheetKey + 1,
    metadata: content.metadata,
    document: storedDocument(content.document),
    statistics: documentStatistics(content.document),
    assets: new Map(opened.assets.map((asset) => [asset.sha256, asset])),
  }));
  void takeHash(content);
  if (unsaved) changed();
}

async function openDraft(draftId: string): Promise<void> {
  const { opened } = draftSession();
  request += 1;
  const mine = request;
  if (opened?.summary.id === draftId) {
    // What was chosen before and is still being fetched is not wanted any more.
    useDraftSession.setState({ opening: null });
    return;
  }
  await keepPresent();
  if (!(await claimDraft(draftId)) || mine !== request) return;
  useDraftSession.setState({ opening: draftId });
  try {
    // Words of an earlier visit go first; when they cannot be saved now, they are shown again as unsaved.
    const left = leaving.get(draftId);
    await left?.autosave.flush().catch(() => undefined);
    await left?.steps.flush();
    const answer = await call('draft:open', { draftId });
    if (mine !== request) return;
    leave();
    const earlier = leaving.get(draftId);
    leaving.delete(draftId);
    show(answer, earlier && isHolding(earlier) ? earlier : null);
  } catch (thrown) {
    if (mine === request) void claimDraft(presentDraftId());
    throw thrown;
  } finally {
    if (mine === request) useDraftSession.setState({ opening: null });
  }
}

/** Another window may show the draft on this sheet as soon as this one does not: its words must be in the store by then. */
async function keepPresent(): Promise<void> {
  if (current?.autosave.dirty) await current.autosave.flush().catch(() => undefined);
}

/** The draft on the sheet. */
function presentDraftId(): string | null {
  return current?.autosave.draftId ?? null;
}

/** What everybody may see of an answer without touching the words on the sheet. */
function takeFacts(opened: OpenDraft): void {
  useDraftSession.setState((session) => ({
    opened: session.opened && { ...opened, content: session.opened.content },
    assets: new Map([...session.assets, ...opened.assets.map((asset) => [asset.sha256, asset] as const)]),
  }));
}

function replace(opened: OpenDraft, purpose?: 'other-words'): void {
  void refreshDrafts();
  void refreshRevisions(opened.summary.id);
  request += 1;
  if (current?.autosave.draftId !== opened.summary.id) {
    void claimDraft(opened.summary.id);
    leave();
    show(opened, null);
    return;
  }
  const { autosave } = current;
  const ahead = autosave.dirty || autosave.isOutdated(opened.journalSequence) || isComposing();
  if (purpose !== 'other-words' && ahead) {
    // Our words go on from the revision they began with; the store sees whether the newer one holds them.
    takeFacts(opened);
    return;
  }
  if (canonicalJson(stored(readSheet())) === canonicalJson(opened.content)) {
    autosave.rebase({ revisionId: opened.revision.id, sequence: opened.journalSequence });
    takeFacts(opened);
    return;
  }
  current = null;
  show(opened, null);
}

/** An answer that was read before our newest save is asked for again, at most so often. */
const followTries = 3;

/** Something outside this window's typing changed the draft on the sheet. */
async function follow(draftId: string): Promise<void> {
  for (let tries = 1; tries <= followTries && current?.autosave.draftId === draftId; tries += 1) {
    const answer = await call('draft:open', { draftId });
    const now: Keeper | null = current;
    if (now?.autosave.draftId !== draftId) return;
    if (tries < followTries && now.autosave.isOutdated(answer.journalSequence)) continue;
    replace(answer);
    return;
  }
}

function setMetadata(fields: Partial<DraftMetadata>, step: 'own-step' | 'joins' | 'no-step'): void {
  const { metadata } = draftSession();
  const change = metadata && metadataChange(metadataFields(metadata), fields);
  if (!change || !current) return;
  useDraftSession.setState({ metadata: fillMetadata(metadata, fields) });
  if (step === 'no-step') changed();
  else recorder.changed(change, step === 'joins');
}

export const draftController: DraftActs = {
  open: openDraft,
  async create() {
    holdTyping();
    await keepPresent();
    const opened = await call('draft:create', {}).catch((thrown: unknown) => {
      returnTyping();
      throw thrown;
    });
    request += 1;
    void claimDraft(opened.summary.id);
    leave();
    show(opened, null);
    void refreshDrafts();
  },
  close() {
    request += 1;
    void claimDraft(null);
    leave();
    useDraftSession.setState((session) => ({ ...noDraft, sheetKey: session.sheetKey + 1 }));
  },
  changeMetadata(change) {
    setMetadata(change, 'own-step');
  },
  returnMetadata(fields) {
    setMetadata(fields, 'no-step');
  },
  applyContent({ document, metadata }) {
    const spans = (document && draftSession().handle?.applyDocument(document)) ?? 0;
    if (metadata) setMetadata(metadata, spans > 0 ? 'joins' : 'own-step');
    // Who changed it from beside the sheet looks there, whatever the save may take.
    if (spans > 0) showSheet();
  },
  undo() {
    draftSession().handle?.undo();
    if (current) showSheet();
  },
  pictureArrived(pending, asset) {
    draftSession().handle?.renameAsset(pending, asset);
    for (const { autosave, steps } of leaving.values()) {
      if (!autosave.wordsLeft || !assetsOf(autosave.wordsLeft.document).includes(pending)) continue;
      steps.changed();
      autosave.changed();
    }
  },
  heldPictures() {
    const left = [...leaving.values()].flatMap(({ autosave }) => autosave.wordsLeft?.document ?? []);
    const sheets = current ? [readSheet().document, ...left] : left;
    return new Set(sheets.flatMap(pendingOf));
  },
  wordsChanged: changed,
  pause() {
    recorder.settle();
    current?.autosave.pause();
    for (const { autosave } of leaving.values()) autosave.pause();
  },
  async flush() {
    recorder.settle();
    await current?.autosave.flush();
    await current?.steps.flush();
  },
  async keepRevision() {
    await current?.autosave.keepRevision('manual');
  },
  replace,
};

/** Saves the draft on the sheet and those that were left; resolves once each was tried. Never throws. */
export async function flushEverything(): Promise<void> {
  recorder.settle();
  const all = [...leaving.values(), ...(current ? [current] : [])];
  await Promise.allSettled(
    all.map(async ({ autosave, steps }) => {
      await autosave.flush();
      await steps.flush();
    }),
  );
}

/** Whether words or pictures would be lost if the window went away now: the main process cannot keep them. */
export function hasUnsavableWords(): boolean {
  const held = draftController.heldPictures();
  const isReading = [...useIncoming.getState().pictures].some(
    ([pending, picture]) => held.has(pending) && isOnItsWay(picture),
  );
  const { save } = draftSession();
  return isReading || save.kind === 'failing' || [...leaving.values()].some(({ autosave }) => autosave.dirty);
}

export function followDraftChanges(): () => void {
  const stopSaved = listen('draft:saved', refreshListSoon);
  const stopChanged = listen('draft:changed', ({ draftId }) => {
    follow(draftId).catch((thrown: unknown) => {
      const purged = codedErrorOf(thrown).code === 'draft-not-found' && current?.autosave.draftId === draftId;
      if (purged) draftController.close();
    });
  });
  return () => {
    stopSaved();
    stopChanged();
  };
}
