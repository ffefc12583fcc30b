import type { Span } from '../../document/find/query.ts';
import { foldForSearch } from '../fold-for-search.ts';
import { parseQuery } from './parse-query.ts';
import { isNameOf, queryFields, type QueryField } from './query-fields.ts';

/** A value that a filter may have, as it is shown and typed; with how many drafts it finds, where that is known. */
export interface ValueOffer {
  readonly value: string;
  readonly drafts: number | null;
}

/** What there is to offer, in the language of the interface. */
export interface Offers {
  readonly fields: Readonly<Record<QueryField, string>>;
  readonly values: Readonly<Partial<Record<QueryField, readonly ValueOffer[]>>>;
}

export type Completion =
  | { readonly kind: 'field'; readonly field: QueryField; readonly label: string }
  | ({ readonly kind: 'value'; readonly field: QueryField } & ValueOffer);

export interface Completions {
  /** What of the query the chosen one takes the place of. */
  readonly span: Span;
  readonly offers: readonly Completion[];
}

const separator = /[,，、;；]/u;

/** What can stand at the caret: fields where one begins, values behind a field's colon, nothing in the middle of words. */
export function completeQuery(query: string, caret: number, { fields, values }: Offers): Completions {
  const clause = parseQuery(query).find(({ start, end }) => start < caret && caret <= end);
  const start = clause ? clause.start + (clause.excluded ? 1 : 0) : caret;
  const typed = query.slice(start, caret);
  const colon = typed.search(/[:：]/u);
  if (clause?.kind !== 'filter' || colon === -1) {
    const isPlace = !clause || caret === clause.end;
    return { span: { start, end: caret }, offers: isPlace ? fieldsFor(typed, query.trim() === '', fields) : [] };
  }
  const from = start + lastPart(typed, colon);
  const part = query.slice(from, caret);
  const offered = (values[clause.field] ?? []).filter(({ value }) => isMeant(value, part));
  const isDone = offered.length === 1 && foldForSearch(offered[0]?.value ?? '') === foldForSearch(part);
  return {
    span: { start: from, end: caret },
    offers: isDone ? [] : offered.map((offer) => ({ kind: 'value', field: clause.field, ...offer })),
  };
}

/** All fields for an empty query; for letters the fields whose names begin with them. */
function fieldsFor(typed: string, isEmpty: boolean, labels: Offers['fields']): readonly Completion[] {
  const wanted = isEmpty
    ? queryFields
    : queryFields.filter(
        (field) =>
          typed !== '' && (isNameOf(field, typed) || foldForSearch(labels[field]).startsWith(foldForSearch(typed))),
      );
  return wanted.map((field) => ({ kind: 'field', field, label: labels[field] }));
}

/** Where the value that is being typed begins, behind the colon and the last comma. */
function lastPart(typed: string, colon: number): number {
  const value = typed.slice(colon + 1);
  const before = value.split(separator).slice(0, -1).join(',').length;
  return colon + 1 + (before === 0 && !separator.test(value.charAt(0)) ? 0 : before + 1);
}

function isMeant(value: string, part: string): boolean {
  const wanted = foldForSearch(part).replace(/^["“]/u, '').trim();
  return foldForSearch(value).includes(wanted);
}

/** The query with an offer put in, and where the caret goes on. */
export function withCompletion(query: string, span: Span, offer: Completion): { query: string; caret: number } {
  const words = offer.kind === 'field' ? `${offer.label}${colonAfter(offer.label)}` : `${quotedValue(offer.value)} `;
  const rest = query.slice(span.end).replace(/^\s+/u, '');
  return { query: query.slice(0, span.start) + words + rest, caret: span.start + words.length };
}

/** Full width after Chinese, as it is typed there. */
function colonAfter(label: string): string {
  return /[A-Za-z]$/u.test(label) ? ':' : '：';
}

function quotedValue(value: string): string {
  return /[\s,，、;；]/u.test(value) ? `"${value}"` : value;
}
