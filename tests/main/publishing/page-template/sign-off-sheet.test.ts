import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { signOffSheet } from '#main/publishing/page-template/sign-off-sheet.ts';
import type { SignOffInputs } from '#main/services/ports/page-previewer.ts';
import { emptyDocument } from '#shared/document/schema.ts';
import { emptyMetadata } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const inputs: SignOffInputs = {
  number: 12,
  content: { metadata: { ...emptyMetadata(sampleProfile), headline: '通报' }, document: emptyDocument() },
  profile: sampleProfile,
  at: '2026-11-28T02:00:00.000Z',
  authorName: '拟稿员甲',
  records: [],
  contentHash: '4f2a'.repeat(16),
  waived: [],
  published: [],
};

test('the sheet of a correction says what it corrects and why; one of what is out says since when and where', () => {
  const amendment = {
    kind: 'correct',
    replaces: 'TSZJ-20261127-0012-r8',
    reason: '更正第一段的日期',
    publishedAt: '2026-11-27T02:00:00.000Z',
    at: '2026-11-28T01:00:00.000Z',
  } as const;
  const { metadata, document } = inputs.content;
  const { text } = signOffSheet({
    ...inputs,
    content: { metadata: { ...metadata, amendment }, document },
    published: [
      { at: '2026-11-28T02:30:00.000Z', pageUrl: 'https://zjj.example.gov.cn/articles/TSZJ-20261127-0012/' },
      { at: '2026-11-28T02:31:00.000Z', pageUrl: 'https://www.example.gov.cn/articles/TSZJ-20261127-0012/' },
    ],
  });
  expect(text).toContain('TSZJ-20261127-0012-r8：更正第一段的日期');
  expect(text).toContain('2026-11-28 10:30　https://zjj.example.gov.cn/articles/TSZJ-20261127-0012/；2026-11-28 10:31');
  expect(signOffSheet(inputs).text).not.toContain('更正');
});

test('the register says how many pictures there are, each of a group counted', () => {
  const [picture, decorative] = [
    { asset: null, alt: '' },
    { asset: null, alt: '', decorative: true },
  ];
  const { document } = contentOf('通报', [
    { type: 'figure', ...picture, credit: '摄影甲', captionHidden: true, children: [], beside: [decorative, picture] },
    { type: 'figure', ...picture, credit: '摄影乙', captionHidden: true, children: [] },
  ]);
  const { text } = signOffSheet({ ...inputs, content: { ...inputs.content, document } });
  expect(text).toContain('<td>4 张</td>');
  expect(text).toContain('<td>摄影甲、摄影乙</td>');
});

test('a scanner reads the hash of what was signed from the sheet, as large as it is printed', async () => {
  const { text } = signOffSheet(inputs);
  const [drawing = ''] = /<svg[\s\S]*?<\/svg>/.exec(text) ?? [];
  // 24 mm at 300 dots an inch.
  const svg = drawing.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="283" height="283"');
  const { data, info } = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({
    resolveWithObject: true,
  });
  expect(decodeQR({ width: info.width, height: info.height, data })).toBe(inputs.contentHash);
});
