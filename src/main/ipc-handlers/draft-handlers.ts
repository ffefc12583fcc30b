import type { DraftService } from '#main/services/draft-service.ts';
import type { SheetPlaceService } from '#main/services/sheet-place-service.ts';
import type { TrashService } from '#main/services/trash-service.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

export interface DraftListeners {
  /** Told of the draft that a person put on the sheet. */
  readonly onSheet: (draftId: string) => Promise<void>;
  /** Told that words were typed just now. */
  readonly onTyped: () => void;
}

export function draftHandlers(
  drafts: DraftService,
  trash: TrashService,
  places: SheetPlaceService,
  { onSheet, onTyped }: DraftListeners,
) {
  async function shown(opening: Promise<OpenDraft>): Promise<OpenDraft> {
    const opened = await opening;
    // Not waited for: the words come first, and where it cannot be noted the next start begins without a draft.
    onSheet(opened.summary.id).catch(() => undefined);
    return opened;
  }

  return {
    'draft:list': async (request) => drafts.list(request),
    'draft:count-values': async () => drafts.countValues(),
    'draft:find-similar': async ({ draftId }) => [...(await drafts.findSimilar(draftId))],
    'draft:create': async () => shown(drafts.create()),
    'draft:open': async ({ draftId }) => shown(drafts.open(draftId)),
    'draft:save-journal': async (request) => {
      onTyped();
      return drafts.saveJournal(request);
    },
    'draft:save-history': async (request) => drafts.saveHistory(request),
    'draft:read-place': async ({ draftId }) => places.read(draftId),
    'draft:keep-place': async ({ draftId, place }) => {
      await places.keep(draftId, place);
      return {};
    },
    'draft:save-revision': async ({ draftId, kind }) => drafts.saveRevision(draftId, kind),
    'draft:list-revisions': async ({ draftId }) => [...(await drafts.listRevisions(draftId))],
    'draft:read-revision': async ({ revisionId }) => drafts.readRevision(revisionId),
    'draft:restore-revision': async ({ revisionId }) => drafts.restoreRevision(revisionId),
    'draft:resolve-conflict': async ({ draftId, keep }) => drafts.resolveConflict(draftId, keep),
    'draft:trash': async ({ draftId }) => trash.trash(draftId),
    'draft:untrash': async ({ draftId }) => trash.untrash(draftId),
    'draft:purge': async ({ draftId }) => {
      await trash.purge(draftId);
      return {};
    },
  } satisfies Handlers<Extract<Channel, `draft:${string}`>>;
}
