import { attachmentName, attachmentTypes, sizeWords, type Attachment } from '../../model/attachment.ts';
import type { PackageAttachment, PageMeta } from '../../model/package.ts';
import { escapeHtml } from './escape.ts';

type Listed = Pick<PageMeta, 'attachments'>;

/**
 * The attachments with the names of their files in a package. Those are made by us, numbered and ASCII alone, whatever
 * people call them.
 */
export function packageAttachments(attachments: readonly Attachment[]): PackageAttachment[] {
  return attachments.map(({ sha256, title, type, bytes }, index) => ({
    file: `data/attachments/${String(index + 1).padStart(2, '0')}.${type}`,
    name: attachmentName({ title, type }),
    type: attachmentTypes[type],
    bytes,
    sha256,
  }));
}

/** `附件：1. 申请表.docx（86 KB）`, a line each: for targets that have no files beside them. */
export function attachmentLines({ attachments = [] }: Listed): readonly string[] {
  return attachments.map(({ name, bytes }, index) => `${index + 1}. ${name}（${sizeWords(bytes)}）`);
}

/** Below the words of a page: what can be downloaded, by its name. */
export function attachmentsHtml({ attachments = [] }: Listed): string {
  if (attachments.length === 0) return '';
  const items = attachments.map(({ file, name, bytes }) => {
    // The name is for the download alone: it never becomes a path.
    const link = `<a href="${file.replace('data/', '')}" download="${escapeHtml(name)}">${escapeHtml(name)}</a>`;
    return `<li>${link}<span class="size">（${sizeWords(bytes)}）</span></li>\n`;
  });
  return `<section class="attachments">\n<h2>附件</h2>\n<ol>\n${items.join('')}</ol>\n</section>\n`;
}
