import type { Span } from '../../document/find/query.ts';
import { fieldNamed, type QueryField } from './query-fields.ts';

/** One part of a query with its span in the text, so that it can be taken out of it. */
export type Clause = Span & {
  /** A minus stands before it: drafts with it are left out. */
  readonly excluded: boolean;
} & (
    | { readonly kind: 'words'; readonly text: string; readonly unknownField?: string }
    /** `values` are alternatives; none while they are still being typed. */
    | { readonly kind: 'filter'; readonly field: QueryField; readonly values: readonly string[] }
  );

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '＂': '＂', '「': '」', '『': '』' };
const opening = `"“＂「『`;
const quoted = String.raw`"[^"]*(?:"|$)|“[^”]*(?:”|$)|＂[^＂]*(?:＂|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)`;
const part = new RegExp(`(?:${quoted}|[^\\s])+`, 'gu');
const nameAndValue = new RegExp(`^(?<name>[\\p{L}]{1,12}(?: ?[\\p{L}]+)?)[:：](?<value>.*)$`, 'su');
const alternatives = new RegExp(`(?:${quoted}|[^,，、;；])+`, 'gu');

/**
 * Takes a query apart: words, `"quoted phrases"`, `field:value,other` with a half- or full-width colon, each with a minus
 * before it to exclude. Nothing is an error: what is no filter is words.
 */
export function parseQuery(text: string): readonly Clause[] {
  return Array.from(text.matchAll(part), ({ 0: found, index }) => clauseOf(found, index)).filter(
    (clause) => clause.kind === 'filter' || clause.text !== '',
  );
}

function clauseOf(found: string, start: number): Clause {
  const excluded = /^[-－−]./su.test(found);
  const words = excluded ? found.slice(1) : found;
  const span = { start, end: start + found.length, excluded };
  if (opening.includes(words.charAt(0))) return { ...span, kind: 'words', text: unquote(words) };
  const { name = '', value = '' } = nameAndValue.exec(words)?.groups ?? {};
  const field = name === '' ? undefined : fieldNamed(name);
  if (field !== undefined) return { ...span, kind: 'filter', field, values: valuesOf(value) };
  const looksLikeFilter = name !== '' && value !== '' && !value.startsWith('//');
  return { ...span, kind: 'words', text: unquote(words), ...(looksLikeFilter ? { unknownField: name } : {}) };
}

function valuesOf(value: string): readonly string[] {
  return Array.from(value.matchAll(alternatives), ([one]) => unquote(one).trim()).filter((one) => one !== '');
}

/** The words inside quotes; a quote that was not closed yet ends with the text. */
function unquote(words: string): string {
  const closing = quotes[words.charAt(0)];
  if (closing === undefined) return words;
  return words.slice(1, words.length > 1 && words.endsWith(closing) ? -1 : undefined);
}

/** The query without one of its parts. */
export function withoutClause(text: string, { start, end }: Span): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}
