import { z } from 'zod';
import type { CaptionMarks } from '#shared/document/caption-text.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { blockSchema } from '#shared/document/schema.ts';
import { looksLikeMarkdown } from '#shared/document/markdown-marks.ts';
import { sanitizeUrl } from '#shared/document/url.ts';
import type { PasteReport } from '#shared/model/paste-report.ts';
import { blocksFromLooseText, blocksFromText } from './blocks-from-text.ts';
import type { PasteParts } from './paste-parts.ts';

/** Blocks in their stored form, from one sheet to another. Any page can put it on a clipboard, so it is checked too. */
export const ownType = 'application/x-gaoqian-blocks';
const ownSchema = z.array(blockSchema);

export type Incoming =
  /** With a report where it is plain text that was looked through. */
  | { readonly kind: 'blocks'; readonly blocks: readonly BlockNode[]; readonly report?: PasteReport }
  | { readonly kind: 'files'; readonly files: readonly File[] }
  /** Of another program, for the main process to read. */
  | { readonly kind: 'foreign'; readonly parts: PasteParts };

/**
 * What a paste or drop brings, by rank: blocks of a sheet, HTML or RTF, files, plain text. Everything that is read here is
 * plain words or passes the schema; foreign markup is never looked at in this process.
 */
export function readTransfer(data: DataTransfer, marks: CaptionMarks, isPlain: boolean): Incoming {
  const text = data.getData('text/plain');
  if (isPlain) return { kind: 'blocks', blocks: blocksFromText(text, marks) };
  const own = ownBlocks(data.getData(ownType));
  if (own.length > 0) return { kind: 'blocks', blocks: own };
  const files = [...data.files];
  const html = data.getData('text/html');
  const rtf = data.getData('text/rtf');
  const isBare = html.trim() === '' && rtf === '';
  if (isBare && files.length > 0) return { kind: 'files', files };
  const isMarkdown = looksLikeMarkdown(text);
  if (!isBare || isMarkdown) return { kind: 'foreign', parts: { html, rtf, text, isMarkdown, files } };
  return { kind: 'blocks', ...blocksFromLooseText(text, marks) };
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
