import { makeChecklist } from '#shared/checklist/checklist.ts';
import { waiverSubject } from '#shared/checklist/waiver-subject.ts';
import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import { permissions, roleMay } from '#shared/model/bureau-profile.ts';
import type { Checklist } from '#shared/model/checklist.ts';
import { hashableContent } from '#shared/model/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import { signOffRefusal } from '#shared/review/may-review.ts';
import { sealedText } from '#shared/review/seal-record.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Hash } from './ports/hash.ts';
import type { Ids } from './ports/ids.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { Store } from './ports/store.ts';

export interface ChecklistService {
  /** All that stands between a draft's newest words and its package. Refuses `draft-not-found`. */
  read(draftId: string): Promise<Checklist>;
  /**
   * Lets warnings stand, for one reason. Refuses `not-allowed` for a role that neither writes, reviews nor exports, and
   * for what is no warning of the draft as it stands.
   */
  waive(draftId: string, findingIds: readonly string[], reason: string): Promise<Checklist>;
  /** Takes a reason back; a waiver that is gone already is no refusal. */
  takeBack(draftId: string, waiverId: string): Promise<Checklist>;
}

export function checklistService(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hash: Hash;
  readonly events: EventSink;
  readonly desk: Desk;
  readonly media: Pick<MediaFiles, 'path'>;
}): ChecklistService {
  const { store, clock, ids, hash, events, desk, media } = ports;

  async function gather(draftId: string) {
    const draft = await store.readDraft({ draftId });
    if (!draft) throw new AppError('draft-not-found');
    const content = draft.journal?.content ?? draft.headContent;
    const [profile, assets, comments, records, waivers] = await Promise.all([
      desk.profile(),
      store.findAssets({ sha256s: assetsOf(content.document) }),
      store.listComments({ draftId }),
      store.listReviewRecords({ draftId }),
      store.listWaivers({ draftId }),
    ]);
    const refusal = signOffRefusal(records, draft.summary.authorId, hash.sha256(hashableContent(content)), (record) =>
      hash.sha256(sealedText(record)),
    );
    const context = { profile, assets: new Map(assets.map((asset) => [asset.sha256, asset])) };
    const missingAttachments = new Set<string>();
    for (const { sha256 } of content.metadata.attachments ?? []) {
      if ((await media.path(sha256)) === null) missingAttachments.add(sha256);
    }
    const facts = { content, context, comments, missingAttachments, signOffRefusal: refusal, now: clock.now() };
    return { content, waivers, facts };
  }

  async function read(draftId: string): Promise<Checklist> {
    const { facts, waivers } = await gather(draftId);
    return makeChecklist(facts, waivers);
  }

  async function responsible(): Promise<Signatory> {
    const [person, profile] = await Promise.all([desk.person(), desk.profile()]);
    if (!permissions.some((permission) => roleMay(profile, person.role, permission))) throw new AppError('not-allowed');
    return person;
  }

  return {
    read,

    async waive(draftId, findingIds, reason) {
      const by = await responsible();
      const { facts, content } = await gather(draftId);
      const { items } = makeChecklist(facts, []);
      const chosen = items.filter(({ finding }) => finding.severity === 'warning' && findingIds.includes(finding.id));
      if (chosen.length !== new Set(findingIds).size) throw new AppError('not-allowed', { reason: 'no-warning' });
      const at = clock.now();
      for (const { finding } of chosen) {
        const waiver = {
          id: ids.next(),
          draftId,
          rule: finding.rule,
          subject: waiverSubject(content, finding),
          reason,
          by,
          at,
        };
        await store.saveWaiver({ waiver });
        await store.appendAudit({
          at,
          personId: by.id,
          event: 'warning.waived',
          facts: { draftId, waiverId: waiver.id, rule: finding.rule },
        });
      }
      events.emit('draft:changed', { draftId });
      return read(draftId);
    },

    async takeBack(draftId, waiverId) {
      const by = await responsible();
      const known = (await store.listWaivers({ draftId })).find(({ id }) => id === waiverId);
      if (known) {
        await store.removeWaiver({ waiverId });
        const facts = { draftId, waiverId, rule: known.rule };
        await store.appendAudit({ at: clock.now(), personId: by.id, event: 'warning.taken-back', facts });
        events.emit('draft:changed', { draftId });
      }
      return read(draftId);
    },
  };
}
