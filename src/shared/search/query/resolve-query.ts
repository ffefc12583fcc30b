import type { DraftCondition, DraftSearch, SearchedWord } from '../draft-search.ts';
import { foldForSearch } from '../fold-for-search.ts';
import { runsOfWords } from '../search-runs.ts';
import { momentRange } from './date-range.ts';
import { parseQuery, type Clause } from './parse-query.ts';
import { answerNamed, statesNamed, wordFields, type QueryField } from './query-fields.ts';

/** What a query's values may name. */
export interface Vocabulary {
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  /** `YYYY-MM-DD` in China. */
  readonly today: string;
}

/** What somebody may want to know about their query; it works all the same. */
export type QueryRemark =
  | { readonly kind: 'unknown-field'; readonly name: string }
  | { readonly kind: 'unknown-value'; readonly field: QueryField; readonly value: string };

export interface ResolvedQuery {
  readonly search: DraftSearch;
  readonly remarks: readonly QueryRemark[];
}

type Filter = Extract<Clause, { kind: 'filter' }>;

/** What a query asks the store for. A value that nothing is known of narrows nothing. */
export function resolveQuery(text: string, vocabulary: Vocabulary): ResolvedQuery {
  const words: SearchedWord[] = [];
  const conditions: DraftCondition[] = [];
  const remarks: QueryRemark[] = [];
  for (const clause of parseQuery(text)) {
    if (clause.kind === 'words') {
      words.push(...wordsOf(clause, vocabulary));
      if (clause.unknownField !== undefined) remarks.push({ kind: 'unknown-field', name: clause.unknownField });
      continue;
    }
    const field = wordFields[clause.field];
    if (field) {
      for (const text of clause.values) words.push({ text, field, excluded: clause.excluded, columnIds: [] });
      continue;
    }
    const known = clause.values.filter(
      (value) => conditionOf({ ...clause, values: [value] }, vocabulary) !== undefined,
    );
    const condition = conditionOf({ ...clause, values: known }, vocabulary);
    if (condition) conditions.push(condition);
    for (const value of clause.values.filter((value) => !known.includes(value))) {
      remarks.push({ kind: 'unknown-value', field: clause.field, value });
    }
  }
  return { search: { words: words.filter(hasWords), conditions }, remarks };
}

function hasWords({ text }: SearchedWord): boolean {
  return runsOfWords(text).length > 0;
}

function wordsOf(clause: Extract<Clause, { kind: 'words' }>, { columns }: Vocabulary): readonly SearchedWord[] {
  const folded = foldForSearch(clause.text);
  const columnIds = columns.filter(({ name }) => foldForSearch(name).includes(folded)).map(({ id }) => id);
  return [{ text: clause.text, field: null, excluded: clause.excluded, columnIds }];
}

/** Undefined when none of the values is known. */
function conditionOf({ field, values, excluded }: Filter, { columns, today }: Vocabulary): DraftCondition | undefined {
  switch (field) {
    case 'state': {
      const states = values.flatMap(statesNamed);
      return states.length === 0 ? undefined : { kind: 'state', states, excluded };
    }
    case 'column': {
      const columnIds = values.flatMap((value) => columnsNamed(value, columns));
      return columnIds.length === 0 ? undefined : { kind: 'column', columnIds, excluded };
    }
    case 'number': {
      const ranges = values.flatMap((value) => numberRange(value) ?? []);
      return ranges.length === 0 ? undefined : { kind: 'number', ranges, excluded };
    }
    case 'picture':
    case 'toConfirm': {
      const answer = answerNamed(values[0] ?? '');
      return answer === undefined ? undefined : { kind: field, excluded: answer === excluded };
    }
    case 'date':
    case 'changed':
    case 'planned': {
      const ranges = values.flatMap((value) => momentRange(value, today) ?? []);
      return ranges.length === 0 ? undefined : { kind: field, ranges, excluded };
    }
    case 'author':
    case 'body':
    case 'caption':
    case 'credit':
    case 'headline':
      return undefined;
  }
}

/** By the name or a part of it; `无` means drafts without a column. */
function columnsNamed(value: string, columns: Vocabulary['columns']): readonly string[] {
  const folded = foldForSearch(value);
  const exact = columns.filter(({ name }) => foldForSearch(name) === folded);
  const found = exact.length > 0 ? exact : columns.filter(({ name }) => foldForSearch(name).includes(folded));
  if (found.length > 0) return found.map(({ id }) => id);
  return answerNamed(value) === false ? [''] : [];
}

/** `12`, `#12`, `12-40`. */
function numberRange(value: string): { from: number; to: number } | undefined {
  const [, first, last] = /^#?(\d{1,9})(?:\s*[-~～—至]\s*#?(\d{1,9}))?$/u.exec(foldForSearch(value)) ?? [];
  if (first === undefined) return undefined;
  return { from: Number(first), to: Number(last ?? first) };
}
