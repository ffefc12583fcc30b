import type { ImportNote } from '#shared/model/import-report.ts';
import { pasteNoteGroups, type PasteNoteKind } from '#shared/model/paste-report.ts';
import type { ChangeLog } from './change-log.ts';
import { convertHtml } from './html/convert-html.ts';
import { ConversionNotes } from './html/notes.ts';
import { settleBold } from './html/settle-bold.ts';
import { readHtmlFacts } from './html-facts.ts';
import { findMain } from './html-tree.ts';
import { note } from './incoming-page.ts';
import type { PageBlock } from './page-block.ts';
import { isRemote } from './picture-address.ts';
import type { PageFacts } from './page-facts.ts';

export function looksLikeHtml(text: string, fileName: string): boolean {
  return (
    /\.x?html?$/iu.test(fileName) ||
    /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body|meta|style|table|div)\b/iu.test(text)
  );
}

/** What an import tells by a note of its own; all else that was left out counts as markup. */
const importNotes: Partial<Record<PasteNoteKind, ImportNote['kind']>> = {
  media: 'media',
  'contents-list': 'contents-list',
  'hidden-text': 'hidden-text',
  'review-comment': 'comments',
  'review-deletion': 'tracked-changes',
  'text-box': 'text-boxes',
  'line-joined': 'lines-joined',
  markdown: 'markdown',
  equation: 'equations',
  strike: 'strike',
  reading: 'readings',
};

/**
 * The blocks of a saved page's article, with what the page says about itself; see `convertHtml`.
 * @param found what was noted of it before
 */
export function htmlBlocks(
  html: string,
  log: ChangeLog,
  found = new ConversionNotes(),
): { blocks: readonly PageBlock[]; facts: PageFacts; notes: readonly ImportNote[] } {
  const { blocks: read, elements } = convertHtml(html, found, findMain);
  const blocks = settleBold(read, found);
  const notes: ImportNote[] = [];
  for (const { kind, count, samples } of found.list()) {
    const told = importNotes[kind];
    if (told) notes.push(...note(told, count, kind === 'media' ? samples.filter((words) => !isRemote(words)) : []));
    else if (pasteNoteGroups[kind] === 'dropped')
      for (let index = 0; index < count; index += 1) log.add('dropped-markup', samples[index] ?? `<${kind}>`, '');
  }
  return { blocks, facts: readHtmlFacts(elements), notes };
}
