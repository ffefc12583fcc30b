import { call, codedErrorOf, listen } from '#renderer/api/desk-api.ts';
import { refreshDrafts, refreshRevisions } from '#renderer/api/queries.ts';
import { translate } from '#renderer/i18n/text.ts';
import { isComposing } from '#renderer/session/composition.ts';
import { contentHash } from '#renderer/session/content-hash.ts';
import type { DraftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, noDraft, useDraftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { documentStatistics } from '#shared/document/statistics.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { Autosave } from './autosave.ts';
import { patchDraftLine, refreshListSoon } from './draft-line-cache.ts';

/** The autosave of the draft on the sheet, and those of drafts that were left with words not yet acknowledged. */
let current: Autosave | null = null;
const leaving = new Map<string, Autosave>();
/** Counts the requests to show something, so that a slow answer never covers a later choice. */
let request = 0;

function readSheet(): DraftContent {
  const { handle, metadata, document, opened } = draftSession();
  if (!opened || !metadata) throw new Error('no draft on the sheet');
  return { metadata, document: handle?.read() ?? document ?? opened.content.document };
}

function autosaveFor(opened: OpenDraft): Autosave {
  const draftId = opened.summary.id;
  const autosave: Autosave = new Autosave(
    draftId,
    { revisionId: opened.revision.id, sequence: opened.journalSequence },
    {
      saveJournal: (entry) => call('draft:save-journal', entry),
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
      isComposing,
      async findBase() {
        const newest = await call('draft:open', { draftId });
        notify({ intent: 'warning', title: translate('drafts.reloaded'), topic: `stale-${draftId}` });
        return { revisionId: newest.revision.id, sequence: newest.journalSequence };
      },
      toError: codedErrorOf,
      onStatus(status) {
        if (current === autosave) useDraftSession.setState({ save: status });
      },
      onSaved(content, { savedAt, contentHash }) {
        patchDraftLine(draftId, content, savedAt);
        refreshListSoon();
        if (current === autosave) takeContent(content, contentHash);
        else if (!autosave.dirty) leaving.delete(draftId);
      },
      now: () => performance.now(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  );
  return autosave;
}

/** Tells the features what the words are now: counts, hash, checks. */
function takeContent({ document }: DraftContent, contentHash: string): void {
  useDraftSession.setState({ document, statistics: documentStatistics(document), contentHash });
}

/** The hash of words that were opened; those that are saved bring theirs. */
async function takeHash(content: DraftContent): Promise<void> {
  const hash = await contentHash(content);
  if (draftSession().document === content.document) useDraftSession.setState({ contentHash: hash });
}

/** Lets go of the draft on the sheet; its words are taken now and saved in the background until acknowledged. */
function leave(): void {
  if (!current) return;
  current.close();
  if (current.dirty) leaving.set(current.draftId, current);
  current = null;
}

function show(opened: OpenDraft, unsaved: DraftContent | null): void {
  const content = unsaved ?? opened.content;
  current = autosaveFor(opened);
  useDraftSession.setState((session) => ({
    ...noDraft,
    opened: { ...opened, content },
    sheetKey: session.sheetKey + 1,
    metadata: content.metadata,
    document: content.document,
    statistics: documentStatistics(content.document),
    assets: new Map(opened.assets.map((asset) => [asset.sha256, asset])),
  }));
  void takeHash(content);
  if (unsaved) current.changed();
  if (opened.recovered) notify({ intent: 'info', title: translate('drafts.recovered'), topic: 'recovered' });
}

async function openDraft(draftId: string): Promise<void> {
  const { opened } = draftSession();
  if (opened?.summary.id === draftId) return;
  request += 1;
  const mine = request;
  useDraftSession.setState({ opening: draftId });
  try {
    // Words of an earlier visit go first; when they cannot be saved now, they are shown again as unsaved.
    await leaving
      .get(draftId)
      ?.flush()
      .catch(() => undefined);
    const answer = await call('draft:open', { draftId });
    if (mine !== request) return;
    leave();
    const earlier = leaving.get(draftId);
    leaving.delete(draftId);
    show(answer, earlier?.unsavedWords ?? null);
  } finally {
    if (mine === request) useDraftSession.setState({ opening: null });
  }
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
  if (current?.draftId !== opened.summary.id) {
    leave();
    show(opened, null);
    return;
  }
  const ahead = current.dirty || current.isOutdated(opened.journalSequence) || isComposing();
  if (purpose !== 'other-words' && ahead) {
    // Our words go on from the revision they began with; the store sees whether the newer one holds them.
    takeFacts(opened);
    return;
  }
  if (canonicalJson(readSheet()) === canonicalJson(opened.content)) {
    current.rebase({ revisionId: opened.revision.id, sequence: opened.journalSequence });
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
  for (let tries = 1; tries <= followTries && current?.draftId === draftId; tries += 1) {
    const answer = await call('draft:open', { draftId });
    const now: Autosave | null = current;
    if (now?.draftId !== draftId) return;
    if (tries < followTries && now.isOutdated(answer.journalSequence)) continue;
    replace(answer);
    return;
  }
}

export const draftController: DraftActs = {
  open: openDraft,
  async create() {
    const opened = await call('draft:create', {});
    request += 1;
    leave();
    show(opened, null);
    void refreshDrafts();
  },
  close() {
    request += 1;
    leave();
    useDraftSession.setState((session) => ({ ...noDraft, sheetKey: session.sheetKey + 1 }));
  },
  changeMetadata(change) {
    const { metadata } = draftSession();
    if (!metadata || !current) return;
    useDraftSession.setState({ metadata: { ...metadata, ...change } });
    current.changed();
  },
  wordsChanged() {
    current?.changed();
  },
  pause() {
    if (!isComposing()) current?.pause();
    for (const autosave of leaving.values()) autosave.pause();
  },
  async flush() {
    await current?.flush();
  },
  async keepRevision() {
    await current?.keepRevision('manual');
  },
  replace,
};

/** Saves the draft on the sheet and those that were left; resolves once each was tried. Never throws. */
export async function flushEverything(): Promise<void> {
  const all = [...leaving.values(), ...(current ? [current] : [])];
  await Promise.allSettled(all.map((autosave) => autosave.flush()));
}

/** Whether words would be lost if the window went away now: the main process cannot keep them. */
export function hasUnsavableWords(): boolean {
  return draftSession().save.kind === 'failing' || leaving.size > 0;
}

export function followDraftChanges(): () => void {
  return listen('draft:changed', ({ draftId }) => {
    follow(draftId).catch(() => undefined);
  });
}
