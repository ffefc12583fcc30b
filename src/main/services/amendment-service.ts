import { AppError } from '#shared/errors.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { roleMay } from '#shared/model/bureau-profile.ts';
import type { Amendment } from '#shared/model/draft.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import { timeOfPage } from '#shared/model/time-of-page.ts';
import type { Desk } from './desk.ts';
import type { DraftService } from './draft-service.ts';
import { livePackage } from './live-package.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import type { ReviewService } from './review-service.ts';

export interface AmendmentService {
  /**
   * Opens a published draft for 更正 or 撤稿: the amendment becomes part of its words, and all three reviews begin anew.
   * Refuses `not-allowed` for a role that neither writes nor exports and for a draft that is not published,
   * `nothing-live` where no package of it was published or the last one withdrew it.
   */
  begin(draftId: string, kind: Amendment['kind'], reason: string): Promise<OpenDraft>;
  /** Gives it up: the words that are live stand again, as published. Refuses `nothing-live` when none is under way. */
  abandon(draftId: string): Promise<OpenDraft>;
  /** The revision that is live, to compare with; refuses `nothing-live`. */
  liveRevision(draftId: string): Promise<string>;
}

export function amendmentService(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly drafts: Pick<DraftService, 'open' | 'saveContent'>;
  readonly reviews: Pick<ReviewService, 'reopen'>;
}): AmendmentService {
  const { store, clock, desk, drafts, reviews } = ports;

  async function live(draftId: string): Promise<PackageRecord> {
    const found = await livePackage(store, draftId);
    if (!found) throw new AppError('nothing-live');
    return found;
  }

  async function authorize(): Promise<void> {
    const [person, profile] = await Promise.all([desk.person(), desk.profile()]);
    const may = roleMay(profile, person.role, 'write') || roleMay(profile, person.role, 'export');
    if (!may) throw new AppError('not-allowed');
  }

  return {
    async begin(draftId, kind, reason) {
      await authorize();
      const { summary, content } = await drafts.open(draftId);
      if (summary.state !== 'published' || summary.trashedAt !== null) throw new AppError('not-allowed');
      const record = await live(draftId);
      const last = content.metadata.amendment;
      if (last?.kind === 'withdraw') throw new AppError('nothing-live');
      const amendment: Amendment = {
        kind,
        replaces: record.name,
        reason,
        publishedAt: timeOfPage(content.metadata, record.createdAt),
        at: clock.now(),
      };
      await drafts.saveContent(draftId, { ...content, metadata: { ...content.metadata, amendment } }, 'state');
      return reviews.reopen(draftId, reason);
    },

    async abandon(draftId) {
      await authorize();
      const { summary, content } = await drafts.open(draftId);
      if (summary.state === 'published' || content.metadata.amendment === undefined) throw new AppError('nothing-live');
      const record = await live(draftId);
      const packed = await store.readRevision({ revisionId: record.revisionId });
      if (!packed) throw new AppError('nothing-live');
      await drafts.saveContent(draftId, packed.content, 'restored');
      return drafts.open(draftId);
    },

    liveRevision: async (draftId) => (await live(draftId)).revisionId,
  };
}
