import { canonicalJson } from '../document/canonical.ts';
import type { DraftContent } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';

/**
 * The words that a reason is given for: what was found, and the field or the block around it. A paragraph that moves
 * keeps its reasons; one that is changed asks for them anew.
 */
export function waiverSubject(content: DraftContent, { place, params }: Finding): string {
  const found = Object.values(params).join('|');
  switch (place.kind) {
    case 'metadata':
      return canonicalJson([found, fieldOf(content, place.field)]);
    case 'block':
      return canonicalJson([found, content.document.children[place.block] ?? null]);
    case 'draft':
      return canonicalJson([found, place.area]);
  }
}

function fieldOf({ metadata }: DraftContent, field: string): unknown {
  return Object.entries(metadata).find(([name]) => name === field)?.[1] ?? null;
}
