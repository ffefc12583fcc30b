import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#shared/document/canonical.ts';
import { findInContent } from '#shared/document/find/find-in-content.ts';
import type { FindMatch } from '#shared/document/find/match-list.ts';
import { firstFrom, matchAt, matchCount, packMatches } from '#shared/document/find/match-list.ts';
import { compileQuery, type FindQuery, type Matcher } from '#shared/document/find/query.ts';
import { replaceInContent } from '#shared/document/find/replace-in-content.ts';
import { documentSchema } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';
import { contentOf } from '#tests/builders/content.ts';
import { everyNode } from '#tests/builders/every-node.ts';

function matcherOf(query: Partial<FindQuery> & { readonly text: string }): Matcher {
  const matcher = compileQuery({
    matchCase: false,
    matchWidth: false,
    regularExpression: false,
    wholeWord: false,
    ...query,
  });
  if (!matcher) throw new Error('not a regular expression');
  return matcher;
}

const text = (words: string) => ({ type: 'text' as const, text: words });

function wordsOf(content: DraftContent, { place, start, end }: FindMatch): string {
  if (place.kind === 'metadata') return content.metadata[place.field].slice(start, end);
  const block = content.document.children[place.block];
  if (!block) return '';
  return (place.kind === 'credit' && block.type === 'figure' ? block.credit : blockText(block)).slice(start, end);
}

describe('finding', () => {
  test('in reading order: headline, subheadline, blocks, a credit after its caption', () => {
    const content = contentOf(
      '住建局',
      [
        { type: 'paragraph', children: [text('局甲局')] },
        { type: 'figure', asset: null, alt: '局', credit: '局办公室', children: [text('市局')] },
        { type: 'boilerplate', id: 'copyright', version: 1, values: {}, text: '本局' },
      ],
      { subheadline: '局' },
    );
    expect(findInContent(content, matcherOf({ text: '局' }))).toEqual([
      { place: { kind: 'metadata', field: 'headline' }, start: 2, end: 3 },
      { place: { kind: 'metadata', field: 'subheadline' }, start: 0, end: 1 },
      { place: { kind: 'block', block: 0 }, start: 0, end: 1 },
      { place: { kind: 'block', block: 0 }, start: 2, end: 3 },
      { place: { kind: 'block', block: 1 }, start: 1, end: 2 },
      { place: { kind: 'credit', block: 1 }, start: 0, end: 1 },
      { place: { kind: 'block', block: 2 }, start: 1, end: 2 },
    ]);
  });

  test('over formats, links, comment marks and the edge of a 【待核】', () => {
    const content = contentOf('', [
      {
        type: 'paragraph',
        children: [
          text('住'),
          { type: 'text', text: '建', formats: ['bold'] },
          { type: 'link', url: 'https://a.gov.cn/', children: [text('局')] },
          { type: 'comment-mark', ids: ['018f0000-0000-7000-8000-000000000001'], children: [text('共')] },
          { type: 'to-confirm', text: '12' },
          text('套'),
        ],
      },
    ]);
    const words = (query: string) =>
      findInContent(content, matcherOf({ text: query })).map((match) => wordsOf(content, match));
    expect(words('住建局共')).toEqual(['住建局共']);
    expect(words('共【待核】12套')).toEqual(['共【待核】12套']);
  });

  test('a match never spans items, cells or blocks', () => {
    const content = contentOf('', [
      {
        type: 'list',
        ordered: false,
        children: ['甲', '乙'].map((word) => ({ type: 'list-item', children: [text(word)] })),
      },
      {
        type: 'table',
        children: [
          { type: 'table-row', children: ['甲', '乙'].map((word) => ({ type: 'table-cell', children: [text(word)] })) },
        ],
      },
    ]);
    const across = findInContent(content, matcherOf({ text: '甲\\s乙', regularExpression: true }));
    const each = findInContent(content, matcherOf({ text: '[甲乙]', regularExpression: true }));
    expect(across).toEqual([]);
    expect(each.map(({ start }) => start)).toEqual([0, 2, 0, 2]);
  });

  test('each match of an arbitrary document is the words that were looked for', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.constantFrom('局', '2022', '核', '<b>', '，。'), (document, needle) => {
        const content = contentOf('', document.children);
        for (const match of findInContent(content, matcherOf({ text: needle }))) {
          expect(wordsOf(content, match)).toBe(needle);
        }
      }),
      { seed: 20261128 },
    );
  });
});

describe('the packed list', () => {
  const matches = findInContent(
    contentOf('张三会议', everyNode.children, { subheadline: '三' }),
    matcherOf({ text: '[张三区子]', regularExpression: true }),
  );
  const list = packMatches(matches);

  test('holds every match', () => {
    expect(Array.from({ length: matchCount(list) }, (_, index) => matchAt(list, index))).toEqual(matches);
    expect(matchAt(list, matches.length)).toBeUndefined();
  });

  test('answers the first match from a place on', () => {
    expect(firstFrom(list, { kind: 'metadata', field: 'headline' }, 0)).toBe(0);
    matches.forEach(({ place, start }, index) => expect(firstFrom(list, place, start)).toBe(index));
    expect(firstFrom(list, { kind: 'block', block: 99 }, 0)).toBe(matches.length);
  });
});

const replaceAll = (content: DraftContent, needle: string, replacement: string) =>
  replaceInContent(content, matcherOf({ text: needle }), replacement);

describe('replacing', () => {
  test('everywhere at once, with formats kept; untouched blocks are the same objects', () => {
    const content = contentOf('住建局', [
      { type: 'paragraph', children: [{ type: 'text', text: '住建', formats: ['bold'] }, text('局长')] },
      { type: 'figure', asset: null, alt: '住建局', credit: '住建局', children: [text('住建局')] },
      { type: 'quote', children: [text('无关')] },
    ]);
    const { content: after, count, skipped } = replaceAll(content, '住建局', '住房局');
    expect([count, skipped]).toEqual([4, 0]);
    expect(after.metadata.headline).toBe('住房局');
    expect(after.document.children.slice(0, 2)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: '住房局', formats: ['bold'] }, text('长')] },
      { type: 'figure', asset: null, alt: '住建局', credit: '住房局', children: [text('住房局')] },
    ]);
    expect(after.document.children[2]).toBe(content.document.children[2]);
  });

  test('【待核】, line breaks and boilerplates are left as they are and counted', () => {
    const content = contentOf('', [
      { type: 'paragraph', children: [text('共'), { type: 'to-confirm', text: '12' }, text('套，12套')] },
      { type: 'boilerplate', id: 'contact', version: 1, values: {}, text: '电话12' },
      { type: 'paragraph', children: [text('1'), { type: 'linebreak' }, text('2')] },
    ]);
    const matcher = matcherOf({ text: '1\\n?2', regularExpression: true });
    const { content: after, count, skipped } = replaceInContent(content, matcher, '十二');
    expect([count, skipped]).toEqual([1, 3]);
    expect(after.document.children[0]).toEqual({
      type: 'paragraph',
      children: [text('共'), { type: 'to-confirm', text: '12' }, text('套，十二套')],
    });
    expect(after.document.children.slice(1)).toEqual(content.document.children.slice(1));
  });

  test('one match alone', () => {
    const content = contentOf('', [
      {
        type: 'list',
        ordered: false,
        children: ['局', '局局'].map((word) => ({ type: 'list-item', children: [text(word)] })),
      },
    ]);
    const matcher = matcherOf({ text: '局' });
    const only = findInContent(content, matcher)[2];
    const { content: after, count, growth } = replaceInContent(content, matcher, '厅里', only);
    expect([count, growth]).toEqual([1, 1]);
    expect(after.document.children.map(blockText)).toEqual(['局\n局厅里']);
  });

  test('nothing to replace gives back the same content', () => {
    const content = contentOf('', everyNode.children);
    expect(replaceAll(content, '没有的字', '甲').content).toBe(content);
  });

  test('of an arbitrary document: a valid document whose words are the old ones with the replacement, none lost', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.constantFrom('局', '2022', 'p', '<b>', '，'), (document, needle) => {
        const content = contentOf('', document.children);
        const { content: after, count, skipped } = replaceAll(content, needle, '〇');
        expect(documentSchema.safeParse(after.document).success).toBe(true);
        const occurrences = findInContent(content, matcherOf({ text: needle })).length;
        expect(count + skipped).toBe(occurrences);
        expect(findInContent(after, matcherOf({ text: needle })).length).toBe(skipped);
        if (skipped === 0) {
          expect(after.document.children.map(blockText)).toEqual(
            document.children.map((block) => blockText(block).replaceAll(new RegExp(needle, 'gi'), '〇')),
          );
        }
        expect(canonicalJson(replaceAll(content, needle, needle).content)).toHaveLength(canonicalJson(content).length);
      }),
      { seed: 20261128 },
    );
  });
});
