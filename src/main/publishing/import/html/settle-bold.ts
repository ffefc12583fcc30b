import { mergeTexts } from '#shared/document/canonical.ts';
import { boldPairs } from '#shared/document/markdown-marks.ts';
import { mapRuns } from '#shared/document/runs.ts';
import type { InlineNode, TextNode } from '#shared/document/schema.ts';
import type { ConversionNotes } from './notes.ts';
import type { PageBlock } from '../page-block.ts';

/** Makes words bold that a page of a chat left in its marks: by CommonMark's rule `是**“重点”**工作` is no emphasis. */
export function settleBold(blocks: readonly PageBlock[], notes: ConversionNotes): readonly PageBlock[] {
  return blocks.map((block) => ({ ...block, node: mapRuns(block.node, (run) => settled(run, notes)) }));
}

function settled(run: readonly InlineNode[], notes: ConversionNotes): InlineNode[] {
  if (!run.some((node) => node.type === 'text' && node.text.includes('**'))) return [...run];
  return mergeTexts(
    run.flatMap((node): readonly InlineNode[] =>
      node.type === 'text' && !node.formats ? partsOf(node, notes) : [node],
    ),
  );
}

function partsOf({ text }: TextNode, notes: ConversionNotes): readonly TextNode[] {
  const parts: TextNode[] = [];
  let at = 0;
  for (const { start, end, words } of boldPairs(text).filter(({ isSure }) => isSure)) {
    notes.add('markdown', text.slice(start, end));
    if (start > at) parts.push({ type: 'text', text: text.slice(at, start) });
    parts.push({ type: 'text', text: words, formats: ['bold'] });
    at = end;
  }
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at) });
  return parts;
}
