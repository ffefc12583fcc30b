import type { DraftState } from '../../model/draft.ts';
import type { SearchField } from '../search-field.ts';
import { foldForSearch } from '../fold-for-search.ts';

/** What can stand before the colon of a filter, in the order in which it is offered. */
export const queryFields = [
  'column',
  'state',
  'picture',
  'date',
  'author',
  'number',
  'headline',
  'body',
  'caption',
  'credit',
  'changed',
  'planned',
  'toConfirm',
] as const;
export type QueryField = (typeof queryFields)[number];

/** The names by which a field is known in any language of the interface; Traditional ones fold to the Simplified. */
const names: Readonly<Record<QueryField, readonly string[]>> = {
  column: ['栏目', 'column'],
  state: ['状态', 'state', 'status'],
  picture: ['图', '图片', 'picture', 'pictures', 'figure'],
  date: ['日期', '时间', 'date'],
  author: ['作者', '拟稿人', 'author'],
  number: ['编号', 'number', 'no'],
  headline: ['标题', 'headline', 'title'],
  body: ['正文', 'body', 'text'],
  caption: ['图片说明', '图说', 'caption'],
  credit: ['摄影', 'credit', 'photo'],
  changed: ['修改', '修改时间', 'changed'],
  planned: ['计划', '计划时间', 'planned'],
  toConfirm: ['待核', 'confirm'],
};

/** Fields whose value is words that must stand there. */
export const wordFields: Readonly<Partial<Record<QueryField, SearchField>>> = {
  headline: 'headline',
  body: 'body',
  caption: 'captions',
  credit: 'credits',
  author: 'authors',
};

/** Words for states and groups of states, the first of each language as the interface shows it. */
const stateWords: readonly (readonly [readonly string[], readonly DraftState[]])[] = [
  [['初稿', '在写', 'draft', 'drafting'], ['drafting']],
  [
    ['待审', '在审', '审核中', 'review', 'in review'],
    ['first-review', 'second-review', 'final-review'],
  ],
  [['初审', '初审中', '待初审', 'first review'], ['first-review']],
  [['复审', '复审中', '待复审', 'second review'], ['second-review']],
  [['终审', '终审中', '待终审', 'final review'], ['final-review']],
  [['退稿', '被退回', '退回', 'returned'], ['returned']],
  [['已签发', '签发', '待发布', 'signed off', 'signed', 'to publish'], ['signed-off']],
  [['已发布', '发布', 'published'], ['published']],
];

const yes = ['有', '是', 'yes', 'some', 'with'];
const no = ['无', '没有', '否', 'no', 'none', 'without'];

/** The field of a name as it was typed; undefined for a name that is none. */
export function fieldNamed(name: string): QueryField | undefined {
  const folded = foldForSearch(name).trim();
  return queryFields.find((field) => names[field].includes(folded));
}

/** Whether a field goes by a name that begins with these letters. */
export function isNameOf(field: QueryField, beginning: string): boolean {
  const folded = foldForSearch(beginning).trim();
  return names[field].some((name) => name.startsWith(folded));
}

/** The states that a word stands for: those of the word itself, else those of every word that begins with it. */
export function statesNamed(word: string): readonly DraftState[] {
  const folded = foldForSearch(word).trim();
  if (folded === '') return [];
  const exact = stateWords.filter(([words]) => words.includes(folded));
  const found = exact.length > 0 ? exact : stateWords.filter(([words]) => words.some((one) => one.startsWith(folded)));
  return [...new Set(found.flatMap(([, states]) => states))];
}

/** Whether a word says yes or no; undefined when it says neither. */
export function answerNamed(word: string): boolean | undefined {
  const folded = foldForSearch(word).trim();
  if (yes.includes(folded)) return true;
  return no.includes(folded) ? false : undefined;
}
