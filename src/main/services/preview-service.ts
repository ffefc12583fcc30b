import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { PagePreviewer, PreviewedPage, PreviewInputs } from './ports/page-previewer.ts';
import type { Store } from './ports/store.ts';

export interface PreviewService {
  /** A draft's newest words as the portal will show them, were the package built now. Refuses `draft-not-found`. */
  page(draftId: string, view: PreviewInputs['view']): Promise<PreviewedPage>;
  /** A file that the pages load by an absolute address. */
  file(path: string): { readonly type: string; readonly text: string } | undefined;
}

export function previewService(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly previewer: PagePreviewer;
}): PreviewService {
  const { store, clock, desk, previewer } = ports;
  return {
    async page(draftId, view) {
      const [draft, profile] = await Promise.all([store.readDraft({ draftId }), desk.profile()]);
      if (!draft) throw new AppError('draft-not-found');
      const content = draft.journal?.content ?? draft.headContent;
      const assets = await store.findAssets({ sha256s: assetsOf(content.document) });
      const { number, revision } = draft.summary;
      // The package will have a revision of its own.
      return previewer.preview({
        draftId,
        number,
        revision: revision + 1,
        content,
        profile,
        assets,
        at: clock.now(),
        view,
      });
    },
    file: (path) => previewer.files.get(path),
  };
}
