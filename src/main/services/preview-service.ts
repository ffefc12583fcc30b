import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import { hashableContent } from '#shared/model/draft.ts';
import { numberOfMachine } from '#shared/model/package-name.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import type { ChecklistService } from './checklist-service.ts';
import type { Desk } from './desk.ts';
import { livePackage } from './live-package.ts';
import type { Clock } from './ports/clock.ts';
import type { StoredDraft } from './ports/draft-store.ts';
import type { Hash } from './ports/hash.ts';
import type { PagePreviewer, PreviewedPage, PreviewInputs, SignOffInputs } from './ports/page-previewer.ts';
import type { Store } from './ports/store.ts';

/** A draft's newest words as they will be seen. All refuse `draft-not-found`. */
export interface PreviewService {
  /** As the portal will show them, were the package built now. */
  page(draftId: string, view: 'standard' | 'large'): Promise<PreviewedPage>;
  /** The sheet that goes with them on paper. */
  signOff(draftId: string): Promise<string>;
  /** For WeChat's editor, and as plain text. */
  texts(draftId: string): Promise<{ readonly wechat: string; readonly text: string }>;
  /** A file that the pages load by an absolute address. */
  file(path: string): { readonly type: string; readonly text: string } | undefined;
}

interface Gathered {
  readonly draft: StoredDraft;
  readonly inputs: PreviewInputs;
  /** What is out of it; undefined before that, and while words are changed again. */
  readonly packed: PackageRecord | undefined;
}

export function previewService(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly hash: Hash;
  readonly desk: Desk;
  readonly checklists: Pick<ChecklistService, 'read'>;
  readonly previewer: PagePreviewer;
  /** Which of the bureau's machines this is. */
  readonly machine: () => number;
}): PreviewService {
  const { store, clock, hash, desk, checklists, previewer } = ports;

  async function gather(draftId: string): Promise<Gathered> {
    const [draft, profile] = await Promise.all([store.readDraft({ draftId }), desk.profile()]);
    if (!draft) throw new AppError('draft-not-found');
    const content = draft.journal?.content ?? draft.headContent;
    const assets = await store.findAssets({ sha256s: assetsOf(content.document) });
    const { revision } = draft.summary;
    const number = numberOfMachine(ports.machine(), draft.summary.number);
    // What is out keeps the time that it was built with: paper and other channels say what the page says.
    const packed = draft.summary.state === 'published' ? await livePackage(store, draftId) : undefined;
    const at = packed?.createdAt ?? clock.now();
    // The package will have a revision of its own.
    const inputs = { draftId, number, revision: revision + 1, content, profile, assets, at };
    return { draft, inputs, packed };
  }

  async function whereOut(packed: PackageRecord | undefined): Promise<SignOffInputs['published']> {
    const uploads = packed ? await store.listUploads() : [];
    return uploads.flatMap(({ packageId, receipt }) =>
      receipt && packageId === packed?.id
        ? { at: receipt.body.visibleFrom ?? receipt.body.publishedAt, pageUrl: receipt.body.pageUrl }
        : [],
    );
  }

  return {
    page: async (draftId, view) => previewer.page((await gather(draftId)).inputs, view),
    texts: async (draftId) => {
      const { wechat, text } = previewer.texts((await gather(draftId)).inputs);
      return { wechat, text };
    },
    async signOff(draftId) {
      const { draft, inputs, packed } = await gather(draftId);
      const [records, { items }, published] = await Promise.all([
        store.listReviewRecords({ draftId }),
        checklists.read(draftId),
        whereOut(packed),
      ]);
      const waived = items.flatMap(({ finding, waiver }) =>
        waiver
          ? [
              {
                found: [finding.rule, ...Object.values(finding.params)].join(' '),
                reason: waiver.reason,
                name: waiver.by.name,
              },
            ]
          : [],
      );
      const { number, content, profile } = inputs;
      const contentHash = hash.sha256(hashableContent(content));
      return previewer.signOff({
        number,
        content,
        profile,
        at: clock.now(),
        authorName: draft.author.name,
        records,
        contentHash,
        waived,
        published,
      });
    },
    file: (path) => previewer.files.get(path),
  };
}
