import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { blockText } from '#shared/document/walk.ts';
import { arbitraryBody } from '#tests/builders/arbitrary-ooxml.ts';
import { docxOf, paragraph } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

test('every word of any Word document comes in, in its order, whatever stands around it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBody, async ({ body, words }) => {
      const { content } = await importPage(await docxOf(paragraph('题目') + body), '稿件.docx', sampleProfile);
      const text = content.document.children.map(blockText).join('\n');
      expect(text.match(/字[〇一二三四五六七八九]+号/gu)).toEqual(words);
      expect(text).not.toMatch(/删去|移走|隐藏|索引|提示|dú/u);
    }),
    { numRuns: 60, seed: 20261129 },
  );
});
