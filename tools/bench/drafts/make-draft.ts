import type { BlockNode } from '#shared/document/schema.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { seededRandom } from '../seeded-random.ts';
import * as words from './draft-words.ts';

/** What the made drafts may refer to. */
export interface DraftWorld {
  readonly columnIds: readonly string[];
  /** SHA-256 of pictures; figures go without when there are none. */
  readonly assets: readonly string[];
}

/**
 * The draft with this number, the same for the same number: a press release of about 1,500 characters in eight to twelve
 * paragraphs, two figures in every other one. Each names one house of its own (`甲楼00042号`), so that there are rare words.
 */
export function makeDraft(number: number, { columnIds, assets }: DraftWorld): DraftContent {
  const random = seededRandom(number * 7919 + 17);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const person = () => `${one(words.surnames)}${one(words.givenNames)}`;
  const subject = one(words.subjects);
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_all, slot: string) => {
      if (slot === 'town') return one(words.towns);
      if (slot === 'subject') return subject;
      if (slot === 'person') return person();
      if (slot === 'estate') return one(words.estates);
      if (slot === 'month') return String(1 + below(12));
      if (slot === 'day') return String(1 + below(28));
      if (slot === 'households') return String(100 + below(9900));
      if (slot === 'phone') return String(5_500_000 + below(99_999));
      if (slot === 'percent') return String(20 + below(80));
      if (slot === 'decade') return String(70 + 10 * below(3));
      return String(2 + below(60));
    });
  const children: BlockNode[] = Array.from({ length: 8 + below(5) }, () =>
    paragraph(Array.from({ length: 3 + below(3) }, () => fill(one(words.sentences))).join('')),
  );
  children.splice(2, 0, paragraph(`本次走访自甲楼${String(number).padStart(5, '0')}号开始。`));
  const figures = number % 2 === 0 && assets.length > 0 ? 2 : 0;
  for (let figure = 0; figure < figures; figure += 1) {
    children.splice(3 + figure * 3, 0, {
      type: 'figure',
      asset: one(assets),
      alt: subject,
      credit: person(),
      children: [{ type: 'text', text: fill(one(words.captions)) }],
    });
  }
  return {
    metadata: {
      headline: fill(one(words.headlines)),
      subheadline: '',
      columnId: one(columnIds),
      origin: { kind: 'original' },
      contentSource: '市住房和城乡建设局',
      authors: [person()],
      keywords: [subject, one(words.keywords)],
      abstract: '',
      plannedAt: number % 3 === 0 ? momentOf(2026, below(365)) : null,
      contactPhone: '0750-5524538',
      contactEmail: 'zjj@example.gov.cn',
    },
    document: { format: 'gaoqian-document', version: 1, children },
  };
}

function paragraph(text: string): BlockNode {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

/** A morning in the year, counted in days. */
export function momentOf(year: number, day: number): string {
  return new Date(Date.UTC(year, 0, 1 + day, 1)).toISOString();
}
