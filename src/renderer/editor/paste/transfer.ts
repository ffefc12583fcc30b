import { z } from 'zod';
import type { CaptionMarks } from '#shared/document/caption-text.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { blockSchema } from '#shared/document/schema.ts';
import { sanitizeUrl } from '#shared/document/url.ts';
import { blocksFromDom } from './blocks-from-dom.ts';
import { blocksFromText } from './blocks-from-text.ts';
import { sanitizeHtml } from './sanitize-html.ts';

/** Blocks in their stored form, from one sheet to another. Any page can put it on a clipboard, so it is checked too. */
export const ownType = 'application/x-gaoqian-blocks';
const ownSchema = z.array(blockSchema);

export interface Incoming {
  readonly blocks: readonly BlockNode[];
  readonly files: readonly File[];
}

/**
 * What a paste or drop brings, by rank: blocks of a sheet, HTML, plain text. Files count where there are no words:
 * Word and browsers put a picture of the words, or the picture's address, beside it.
 */
export function readTransfer(data: DataTransfer, marks: CaptionMarks, isPlain: boolean): Incoming {
  const files = [...data.files];
  const text = data.getData('text/plain');
  const plain = (): readonly BlockNode[] => blocksFromText(text, marks);
  if (isPlain) return { blocks: plain(), files: [] };
  const own = ownBlocks(data.getData(ownType));
  if (own.length > 0) return { blocks: own, files: [] };
  const html = data.getData('text/html');
  const fragment = html === '' ? null : sanitizeHtml(html);
  const blocks = fragment === null ? plain() : blocksFromDom(fragment, marks);
  return { blocks: blocks.length > 0 || files.length > 0 ? blocks : plain(), files };
}

function ownBlocks(json: string): readonly BlockNode[] {
  if (json === '') return [];
  try {
    const parsed = ownSchema.safeParse(JSON.parse(json));
    return parsed.success && parsed.data.every(hasCleanLinks) ? parsed.data : [];
  } catch {
    return [];
  }
}

/** Every address in a block stands as the one URL rule of the house would write it. */
function hasCleanLinks(block: BlockNode): boolean {
  let isClean = true;
  JSON.stringify(block, (key, value: unknown) => {
    if (key === 'url' && (typeof value !== 'string' || sanitizeUrl(value) !== value)) isClean = false;
    return value;
  });
  return isClean;
}
