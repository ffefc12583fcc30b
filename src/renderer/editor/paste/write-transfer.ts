import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { stripComments } from '#shared/document/canonical.ts';
import { renderHtml } from '#shared/document/render/html.ts';
import { renderNode } from '#shared/document/render/node-renderers.ts';
import { plainTextNodes } from '#shared/document/render/plain-text.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { documentVersion } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { ownType } from './transfer.ts';

/**
 * Puts blocks on a clipboard for our own sheets, for Word and for plain text. Pictures stay with our own sheets, comment
 * marks stay behind.
 */
export function writeTransfer(data: DataTransfer, blocks: readonly BlockNode[], marks: CaptionMarks): void {
  const document = stripComments({ format: 'gaoqian-document', version: documentVersion, children: [...blocks] });
  data.setData(ownType, JSON.stringify(document.children));
  data.setData('text/plain', document.children.map((block) => plainTextOf(block, marks)).join('\n'));
  const html = renderHtml(document, { ...marks, picture: () => undefined, leavesSite: () => false });
  // Word draws the lines of a table only where the table says so; texts are escaped, so the tag is no word of theirs.
  data.setData('text/html', html.replaceAll('<table>', '<table border="1" cellspacing="0">'));
}

/** A table as a sheet of cells takes it: tabs between cells, a line for each row. */
function plainTextOf(block: BlockNode, marks: CaptionMarks): string {
  if (block.type === 'table') return renderNode(plainTextNodes, block, marks);
  return block.type === 'figure' ? `${marks.captionMark}${blockText(block)}` : blockText(block);
}
