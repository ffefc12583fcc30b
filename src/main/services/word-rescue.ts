import { renderPlainText } from '#shared/document/render/plain-text.ts';
import { fileNameOf } from '#shared/file-name.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { RescuedWords } from '#shared/model/rescue.ts';
import type { Backups, SalvagedDraft } from './ports/backups.ts';
import type { DocxWriter } from './ports/docx-writer.ts';
import type { TextFiles } from './ports/text-files.ts';

export interface WordRescuePorts {
  readonly backups: Pick<Backups, 'salvageWords'>;
  readonly docx: DocxWriter;
  readonly texts: TextFiles;
  readonly readProfile: () => Promise<BureauProfile>;
  /** A folder of the person's own, outside of the data folder: that may be full or unwritable. */
  readonly folder: string;
}

/** Takes every draft that can still be read out of a data folder that cannot be opened: as Word documents, as text where that fails. */
export async function rescueWords({ backups, docx, texts, ...ports }: WordRescuePorts): Promise<RescuedWords> {
  const [{ drafts, unreadable }, profile] = await Promise.all([backups.salvageWords(), ports.readProfile()]);

  async function write({ number, content, assets }: SalvagedDraft): Promise<void> {
    const title = `${String(number).padStart(4, '0')} ${fileNameOf(content.metadata.headline, '稿件')}`;
    try {
      await docx.writeInto({ content, profile, assets }, ports.folder, title);
    } catch {
      // A picture is missing or broken: the words go all the same. What the disk refuses is refused here too.
      const words = [content.metadata.headline, renderPlainText(content.document, profile)].join('\n\n');
      await texts.writeInto(ports.folder, `${title}.txt`, `${words}\n`);
    }
  }

  for (const draft of drafts) await write(draft);
  return { folder: ports.folder, drafts: drafts.length, unreadable };
}
