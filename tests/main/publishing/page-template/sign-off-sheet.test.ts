import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { signOffSheet } from '#main/publishing/page-template/sign-off-sheet.ts';
import { emptyDocument } from '#shared/document/schema.ts';
import { emptyMetadata } from '#shared/model/draft.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

test('a scanner reads the hash of what was signed from the sheet, as large as it is printed', async () => {
  const contentHash = '4f2a'.repeat(16);
  const { text } = signOffSheet({
    number: 12,
    content: { metadata: { ...emptyMetadata(sampleProfile), headline: '通报' }, document: emptyDocument() },
    profile: sampleProfile,
    at: '2026-11-28T02:00:00.000Z',
    authorName: '拟稿员甲',
    records: [],
    contentHash,
    waived: [],
  });
  const [drawing = ''] = /<svg[\s\S]*?<\/svg>/.exec(text) ?? [];
  // 24 mm at 300 dots an inch.
  const svg = drawing.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="283" height="283"');
  const { data, info } = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({
    resolveWithObject: true,
  });
  expect(decodeQR({ width: info.width, height: info.height, data })).toBe(contentHash);
});
