import { pasteNoteGroups } from '#shared/model/paste-report.ts';
import type { ChangeLog } from './change-log.ts';
import { convertHtml } from './html/convert-html.ts';
import { ConversionNotes } from './html/notes.ts';
import { readHtmlFacts } from './html-facts.ts';
import { findMain } from './html-tree.ts';
import type { PageBlock } from './page-block.ts';
import type { PageFacts } from './page-facts.ts';

export function looksLikeHtml(text: string, fileName: string): boolean {
  return /\.x?html?$/iu.test(fileName) || /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body)\b/iu.test(text);
}

/** The blocks of a saved page's article, with what the page says about itself; see `convertHtml`. */
export function htmlBlocks(html: string, log: ChangeLog): { blocks: readonly PageBlock[]; facts: PageFacts } {
  const notes = new ConversionNotes();
  const { blocks, elements } = convertHtml(html, notes, findMain);
  for (const { kind, count, samples } of notes.list()) {
    if (pasteNoteGroups[kind] !== 'dropped') continue;
    for (let index = 0; index < count; index += 1) log.add('dropped-markup', samples[index] ?? `<${kind}>`, '');
  }
  return { blocks, facts: readHtmlFacts(elements) };
}
