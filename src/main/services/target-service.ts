import { AppError } from '#shared/errors.ts';
import { fileNameOf } from '#shared/file-name.ts';
import type { Target } from '#shared/ipc/channels/target.ts';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { PdfPrinter } from './ports/pdf-printer.ts';
import type { Store } from './ports/store.ts';
import type { TextFiles } from './ports/text-files.ts';
import type { PreviewService } from './preview-service.ts';
import type { WrittenFiles } from './written-files.ts';

export interface TargetService {
  /** Writes a draft's newest words in a form; see `target:write`. Refuses `draft-not-found`, `print-failed`, `disk-full`. */
  write(draftId: string, target: Target): Promise<WrittenFile>;
}

const endings: Readonly<Record<Target, string>> = {
  'page-pdf': '.pdf',
  'sign-off-pdf': '（稿签）.pdf',
  wechat: '（公众号）.html',
  text: '.txt',
};

/** Drafts in the forms that other channels and paper take. */
export function targetService(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly previews: PreviewService;
  readonly printer: PdfPrinter;
  readonly files: TextFiles;
  readonly written: WrittenFiles;
  /** Where the files are written to. */
  readonly folder: string;
}): TargetService {
  const { store, clock, desk, previews, printer, files } = ports;

  async function render(draftId: string, target: Target): Promise<string | Uint8Array> {
    switch (target) {
      case 'page-pdf':
        return printer.print(`/preview/${draftId}/`);
      case 'sign-off-pdf':
        return printer.print(`/preview/${draftId}/sign-off`);
      case 'wechat':
        return (await previews.texts(draftId)).wechat;
      case 'text':
        return (await previews.texts(draftId)).text;
    }
  }

  return {
    async write(draftId, target) {
      const [person, draft] = await Promise.all([desk.person(), store.readDraft({ draftId })]);
      if (!draft) throw new AppError('draft-not-found');
      const { headline } = (draft.journal?.content ?? draft.headContent).metadata;
      const name = fileNameOf(headline, '稿件') + endings[target];
      const file = await files.writeInto(ports.folder, name, await render(draftId, target));
      await store.appendAudit({
        at: clock.now(),
        personId: person.id,
        event: 'target.written',
        facts: { draftId, target },
      });
      return ports.written.register(file);
    },
  };
}
