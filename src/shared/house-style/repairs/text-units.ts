import { mapRuns } from '../../document/runs.ts';
import type { BlockNode, InlineNode } from '../../document/schema.ts';
import type { DraftContent } from '../../model/draft.ts';
import { repairedFields, type RepairTarget } from '../../model/repair.ts';

/** What is done with each stretch of text of a draft. */
export interface TextUnitMap {
  plain(text: string, target: RepairTarget): string;
  run(run: readonly InlineNode[], target: RepairTarget): InlineNode[];
}

/** The draft with each stretch of its text replaced. Resolved house-style texts are not touched. */
export function mapTextUnits(content: DraftContent, map: TextUnitMap): DraftContent {
  const children = content.document.children.map((block, index) => mapBlock(block, index, map));
  return { metadata: mapMetadata(content.metadata, map), document: { ...content.document, children } };
}

function mapMetadata(metadata: DraftContent['metadata'], map: TextUnitMap): DraftContent['metadata'] {
  const mapped = { ...metadata };
  for (const field of repairedFields) {
    if (field === 'authors' || field === 'keywords') {
      mapped[field] = metadata[field].map((entry, index) => map.plain(entry, { kind: 'metadata', field, index }));
    } else {
      mapped[field] = map.plain(metadata[field], { kind: 'metadata', field, index: 0 });
    }
  }
  return mapped;
}

function mapBlock(node: BlockNode, block: number, map: TextUnitMap): BlockNode {
  let run = 0;
  const mapped = mapRuns(node, (children) => {
    run += 1;
    return map.run(children, { kind: 'run', block, run: run - 1 });
  });
  if (mapped.type !== 'figure') return mapped;
  return {
    ...mapped,
    alt: map.plain(mapped.alt, { kind: 'alt', block, picture: 0 }),
    credit: map.plain(mapped.credit, { kind: 'credit', block }),
    ...(mapped.beside && {
      beside: mapped.beside.map((picture, index) => ({
        ...picture,
        alt: map.plain(picture.alt, { kind: 'alt', block, picture: index + 1 }),
      })),
    }),
  };
}
