import { call, codedErrorOf, listen } from '#renderer/api/desk-api.ts';
import { refreshDrafts, refreshRevisions } from '#renderer/api/queries.ts';
import { isComposing } from '#renderer/session/composition.ts';
import { contentHash } from '#renderer/session/content-hash.ts';
import type { DraftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, noDraft, useDraftSession } from '#renderer/session/draft-session.ts';
import { holdTyping, returnTyping } from '#renderer/session/held-typing.ts';
import { isMovingWords } from '#renderer/session/moved-words.ts';
import {
  arrivedDocument,
  isOnItsWay,
  pendingOf,
  storedDocument,
  useIncoming,
} from '#renderer/session/incoming-pictures.ts';
import { holdOnce } from '#renderer/session/hold-once.ts';
import { fetchPlace, keepPlace } from '#renderer/session/sheet-places.ts';
import { claimDraft } from '#renderer/session/this-window.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { documentStatistics } from '#shared/document/statistics.ts';
import { assetsOf } from '#shared/document/walk.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { DraftContent, DraftMetadata } from '#shared/model/draft.ts';
import { fillMetadata, metadataFields } from '#shared/model/draft.ts';
import type { MetadataStep } from '#shared/model/edit-history.ts';
import { metadataChange } from '#shared/model/edit-steps.ts';
import { refreshListSoon } from './draft-line-cache.ts';
import {
  isHolding,
  keeperFor,
  keepers,
  leavePresent,
  readSheet,
  recorder,
  showSheet,
  stored,
  wordsChanged,
  type Keeper,
} from './keepers.ts';

/** Counts the requests to show something, so that a slow answer never covers a later choice. */
let request = 0;

/** The hash of words that were opened; those that are saved bring theirs. */
async function takeHash(content: DraftContent): Promise<void> {
  const hash = await contentHash(content);
  if (draftSession().document === content.document) useDraftSession.setState({ contentHash: hash });
}

/** Words of an earlier visit that are not in the store, or wait for their pictures there. */
function wordsToShow(opened: OpenDraft, unsaved: Keeper | null): DraftContent {
  const left = unsaved?.autosave.wordsLeft;
  if (!left || !unsaved) return opened.content;
  if (!unsaved.autosave.dirty && canonicalJson(stored(left)) !== canonicalJson(opened.content)) return opened.content;
  return { ...left, document: arrivedDocument(left.document) };
}

/** Remembers where the draft on the sheet is left. Resolves when the store has it, or cannot. */
async function leavePlace(): Promise<void> {
  const { opened, handle } = draftSession();
  if (opened && handle) await keepPlace(opened.summary.id, handle.readPlace());
}

function show(answer: OpenDraft, unsaved: Keeper | null): void {
  void leavePlace();
  const opened = holdOnce(answer);
  const content = wordsToShow(opened, unsaved);
  const history = unsaved?.steps.lastSteps ?? opened.history;
  recorder.forget();
  keepers.present = keeperFor(opened);
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
  if (unsaved) wordsChanged();
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
    const left = keepers.leaving.get(draftId);
    await left?.autosave.flush().catch(() => undefined);
    await left?.steps.flush();
    const [answer] = await Promise.all([call('draft:open', { draftId }), fetchPlace(draftId)]);
    if (mine !== request) return;
    leavePresent();
    const earlier = keepers.leaving.get(draftId);
    keepers.leaving.delete(draftId);
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
  if (keepers.present?.autosave.dirty) await keepers.present.autosave.flush().catch(() => undefined);
}

/** The draft on the sheet. */
function presentDraftId(): string | null {
  return keepers.present?.autosave.draftId ?? null;
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
  if (keepers.present?.autosave.draftId !== opened.summary.id) {
    void claimDraft(opened.summary.id);
    leavePresent();
    show(opened, null);
    return;
  }
  const { autosave } = keepers.present;
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
  keepers.present = null;
  show(opened, null);
}

/** An answer that was read before our newest save is asked for again, at most so often. */
const followTries = 3;

let changesFollowed = 0;

/**
 * Something outside this window's typing changed the draft on the sheet. What a later change asks for holds this one too, and
 * answers need not come in the order in which they were asked for.
 */
async function follow(draftId: string): Promise<void> {
  if (presentDraftId() !== draftId) return;
  changesFollowed += 1;
  const mine = changesFollowed;
  for (let tries = 1; tries <= followTries && keepers.present?.autosave.draftId === draftId; tries += 1) {
    const answer = await call('draft:open', { draftId });
    const now: Keeper | null = keepers.present;
    if (mine !== changesFollowed || now?.autosave.draftId !== draftId) return;
    if (tries < followTries && now.autosave.isOutdated(answer.journalSequence)) continue;
    replace(answer);
    return;
  }
}

function setMetadata(fields: Partial<DraftMetadata>, step: MetadataStep | 'none'): void {
  const { metadata } = draftSession();
  const change = metadata && metadataChange(metadataFields(metadata), fields);
  if (!change || !keepers.present) return;
  useDraftSession.setState({ metadata: fillMetadata(metadata, fields) });
  if (step === 'none') wordsChanged();
  else recorder.changed(change, step);
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
    leavePresent();
    show(opened, null);
    void refreshDrafts();
  },
  close() {
    request += 1;
    void claimDraft(null);
    void leavePlace();
    leavePresent();
    useDraftSession.setState((session) => ({ ...noDraft, sheetKey: session.sheetKey + 1 }));
  },
  changeMetadata(change, step = 'typed') {
    setMetadata(change, isMovingWords() ? 'joins' : step);
  },
  returnMetadata(fields) {
    setMetadata(fields, 'none');
  },
  applyContent({ document, metadata }) {
    const spans = (document && draftSession().handle?.applyDocument(document)) ?? 0;
    if (metadata) setMetadata(metadata, spans > 0 ? 'joins' : 'typed');
    // Who changed it from beside the sheet looks there, whatever the save may take.
    if (spans > 0) showSheet();
  },
  undo() {
    draftSession().handle?.undo();
    if (keepers.present) showSheet();
  },
  pictureArrived(pending, asset) {
    draftSession().handle?.renameAsset(pending, asset);
    for (const { autosave, steps } of keepers.leaving.values()) {
      if (!autosave.wordsLeft || !assetsOf(autosave.wordsLeft.document).includes(pending)) continue;
      steps.changed();
      autosave.changed();
    }
  },
  heldPictures() {
    const left = [...keepers.leaving.values()].flatMap(({ autosave }) => autosave.wordsLeft?.document ?? []);
    const sheets = keepers.present ? [readSheet().document, ...left] : left;
    return new Set(sheets.flatMap(pendingOf));
  },
  wordsChanged,
  pause() {
    recorder.settle();
    keepers.present?.autosave.pause();
    for (const { autosave } of keepers.leaving.values()) autosave.pause();
  },
  async flush() {
    recorder.settle();
    await keepers.present?.autosave.flush();
    await keepers.present?.steps.flush();
  },
  async keepRevision() {
    await keepers.present?.autosave.keepRevision('manual');
  },
  replace,
};

/** Saves the draft on the sheet and those that were left; resolves once each was tried. Never throws. */
export async function flushEverything(): Promise<void> {
  recorder.settle();
  const all = [...keepers.leaving.values(), ...(keepers.present ? [keepers.present] : [])];
  await Promise.allSettled([
    ...all.map(async ({ autosave, steps }) => {
      await autosave.flush();
      await steps.flush();
    }),
    leavePlace(),
  ]);
}

/** Whether words or pictures would be lost if the window went away now: the main process cannot keep them. */
export function hasUnsavableWords(): boolean {
  const held = draftController.heldPictures();
  const isReading = [...useIncoming.getState().pictures].some(
    ([pending, picture]) => held.has(pending) && isOnItsWay(picture),
  );
  const { save } = draftSession();
  return isReading || save.kind === 'failing' || [...keepers.leaving.values()].some(({ autosave }) => autosave.dirty);
}

export function followDraftChanges(): () => void {
  const stopSaved = listen('draft:saved', refreshListSoon);
  const stopChanged = listen('draft:changed', ({ draftId }) => {
    follow(draftId).catch((thrown: unknown) => {
      const purged = codedErrorOf(thrown).code === 'draft-not-found' && keepers.present?.autosave.draftId === draftId;
      if (purged) draftController.close();
    });
  });
  return () => {
    stopSaved();
    stopChanged();
  };
}
