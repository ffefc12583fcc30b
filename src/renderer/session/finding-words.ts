import { isTextKey, type Translate } from '#renderer/i18n/text.ts';
import type { Document } from '#shared/document/schema.ts';
import type { Finding, FindingPlace } from '#shared/model/finding.ts';

/** The words of a rule, filled with what was found; names of fields are said in the window's language. */
export function findingWords(text: Translate, finding: Finding, part: 'title' | 'why'): string {
  const key = `checks.${finding.rule}.${part}`;
  const field = finding.place.kind === 'metadata' ? fieldKey(finding.place.field) : '';
  const named = finding.params['headline'] === '' ? { headline: text('drafts.untitled') } : {};
  const params = { ...finding.params, ...named, ...(isTextKey(field) ? { field: text(field) } : {}) };
  return isTextKey(key) ? text(key, params) : finding.rule;
}

/** Where the name of a field of the metadata stands among the texts. */
function fieldKey(field: string): string {
  const named: Readonly<Record<string, string>> = { columnId: 'column', origin: 'reprintSource' };
  return `metadata.${named[field] ?? field}`;
}

/** Where a finding is, in a few words. */
export function placeWords(text: Translate, place: FindingPlace, document: Document | null): string {
  switch (place.kind) {
    case 'metadata':
      return text('checks.placeInfo');
    case 'draft':
      return text(place.area === 'comments' ? 'shell.tabComments' : 'review.title');
    case 'block': {
      const blocks = document?.children ?? [];
      if (blocks[place.block]?.type !== 'figure') return text('checks.placeBlock', { value: place.block + 1 });
      const figure = blocks.slice(0, place.block + 1).filter((block) => block.type === 'figure').length;
      return text('checks.placeFigure', { value: figure });
    }
  }
}
