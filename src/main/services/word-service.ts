import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import { fileNameOf } from '#shared/file-name.ts';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { DocxInputs, DocxWriter } from './ports/docx-writer.ts';
import type { Store } from './ports/store.ts';
import type { WrittenFiles } from './written-files.ts';

export interface WordService {
  /** Writes the Word document of a draft's newest words for people to carry away. Refuses `draft-not-found` and what the writer refuses. */
  write(draftId: string): Promise<WrittenFile>;
  /** The same as a new file at a path of one's own, which is refused (`not-allowed`) when it is taken. */
  writeTo(draftId: string, path: string): Promise<void>;
}

export interface WordServicePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly writer: DocxWriter;
  readonly written: WrittenFiles;
  /** Where the documents are written to. */
  readonly folder: string;
}

/** Drafts as Word documents, for those who read on paper or work in Word. */
export function wordService(ports: WordServicePorts): WordService {
  const { store, clock, desk, writer } = ports;

  async function gather(draftId: string): Promise<DocxInputs> {
    const [profile, draft] = await Promise.all([desk.profile(), store.readDraft({ draftId })]);
    if (!draft) throw new AppError('draft-not-found');
    const content = draft.journal?.content ?? draft.headContent;
    const assets = await store.findAssets({ sha256s: assetsOf(content.document) });
    return { content, profile, assets };
  }

  async function note(draftId: string): Promise<void> {
    const person = await desk.person();
    await store.appendAudit({ at: clock.now(), personId: person.id, event: 'word.written', facts: { draftId } });
  }

  return {
    async write(draftId) {
      const inputs = await gather(draftId);
      const title = fileNameOf(inputs.content.metadata.headline, '稿件');
      const file = await writer.writeInto(inputs, ports.folder, title);
      await note(draftId);
      return ports.written.register(file);
    },
    async writeTo(draftId, path) {
      await writer.write(await gather(draftId), path);
      await note(draftId);
    },
  };
}
