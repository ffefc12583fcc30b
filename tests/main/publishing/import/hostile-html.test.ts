import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { convertHtml } from '#main/publishing/import/html/convert-html.ts';
import { ConversionNotes } from '#main/publishing/import/html/notes.ts';
import { blockSchema, type BlockNode } from '#shared/document/schema.ts';
import { sanitizeUrl } from '#shared/document/url.ts';
import { blockText, walkNode } from '#shared/document/walk.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';

function convert(html: string): readonly BlockNode[] {
  const notes = new ConversionNotes();
  return convertHtml(html, notes).blocks.map(({ node }) => node);
}

/** Nothing but blocks of the schema, and links that the one URL rule writes as they stand. */
function expectHouseOnly(blocks: readonly BlockNode[]): void {
  for (const block of blocks) {
    blockSchema.parse(block);
    for (const node of walkNode(block)) {
      if (node.type === 'link') expect(sanitizeUrl(node.url)).toBe(node.url);
    }
  }
}

const nested = (tag: string, times: number): string => `${`<${tag}>`.repeat(times)}底${`</${tag}>`.repeat(times)}`;

describe('markup that is made to do harm', () => {
  test.each([
    ['divs', nested('div', 50_000)],
    [
      'formats that are opened again in each block',
      Array.from({ length: 3000 }, (_, at) => `<b id=${at}><p>${at}`).join(''),
    ],
    ['lists', nested('ul><li', 3000)],
    ['tables', nested('table><tr><td', 1500)],
    ['quotations', nested('blockquote', 1500)],
    ['spans', nested('span', 1900)],
    ['foreign elements', nested('svg><math><mtext', 3000)],
    ['spans of columns', `<table border=1>${'<tr><td colspan=1000>x'.repeat(150)}</table>`],
    ['rows beyond the schema', `<table border=1>${'<tr><td>x<td>y'.repeat(900)}</table>`],
    ['columns beyond the schema', `<table border=1><tr>${'<td>x'.repeat(900)}</table>`],
    ['a style sheet of nothing', `<meta name=ProgId content=Word.Document><style>${'/*'.repeat(100_000)}</style><p>底`],
    ['declarations', `<p style="${'a:("'.repeat(50_000)}">底`],
    ['unfinished comments', `<p>底${'<!--[if gte vml 1]><v:imagedata src="'.repeat(5000)}`],
  ])('%s end, and their words are there', (_name, html) => {
    const blocks = convert(html);
    expectHouseOnly(blocks);
    expect(blocks.map(blockText).join('')).toMatch(/底|x|\d/u);
  });

  const file = sharedFixture('xss/payloads.txt');
  test.runIf(file)('the public collection of payloads leaves nothing of its own behind', () => {
    const payloads = readFileSync(file ?? '', 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(payloads.length).toBeGreaterThan(6000);
    for (const payload of payloads) expectHouseOnly(convert(payload));
    expectHouseOnly(convert(payloads.join('\n')));
  });
});
