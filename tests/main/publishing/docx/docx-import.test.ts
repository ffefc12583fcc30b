import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mediaFiles } from '#main/files/media-files.ts';
import { resources } from '#main/files/resources.ts';
import { docxWriter } from '#main/publishing/docx/docx-writer.ts';
import { pageImporter } from '#main/publishing/import/page-importer.ts';
import { stripComments } from '#shared/document/canonical.ts';
import type { BlockNode, InlineNode, ListItemNode, ListNode } from '#shared/document/schema.ts';
import { picturesOf, shownCaption } from '#shared/document/walk.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { makeBoilerplate } from '#shared/model/boilerplate.ts';
import { contentOf } from '#tests/builders/content.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { storedPicture } from '#tests/builders/package-inputs.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { writtenBlocks } from '#tests/builders/written-document.ts';

const brokenLine: InlineNode[] = [
  { type: 'text', text: '一句。' },
  { type: 'linebreak' },
  { type: 'text', text: '（一）又一句' },
];

const samples = await resources(resolve(import.meta.dirname, '../../../../resources')).readSampleDrafts();

interface ThroughWord {
  readonly written: DraftContent;
  readonly back: DraftContent;
  readonly setApart: readonly string[];
}

/** Writes the draft as a Word document, with one picture in the place of all, and imports that as a person would. */
async function throughWord(content: DraftContent, profile = sampleProfile): Promise<ThroughWord> {
  const folder = await temporaryFolder();
  const media = mediaFiles(join(folder, 'media'));
  // What comes back is the display rendition, so the draft is given it as its original.
  const stored = await storedPicture(media, '#803020');
  const asset: Asset = { ...stored, sha256: stored.display.sha256 };
  const ours = (of: string | null) => (of === null ? null : asset.sha256);
  const children = content.document.children.map((block): BlockNode => {
    if (block.type !== 'figure') return block;
    const beside = block.beside?.map((one) => ({ ...one, asset: ours(one.asset) }));
    return { ...block, asset: ours(block.asset), ...(beside ? { beside } : {}) };
  });
  const written = { ...content, document: { ...content.document, children } };
  const path = join(folder, 'draft.docx');
  await docxWriter(media).write({ content: written, profile, assets: [asset] }, path);
  const { content: back, report } = await pageImporter.read({ path, name: 'draft.docx' }, profile);
  return { written, back, setApart: report.setApart };
}

test.each(samples.map(({ content }) => [content.metadata.headline, content] as const))(
  'the release “%s” comes back block for block',
  async (headline, content) => {
    const { written, back } = await throughWord(content);
    expect(back.metadata.headline).toBe(headline);
    expect(back.document.children).toEqual(written.document.children);
  },
);

test('every kind of node comes back, but for what a Word document does not say to the import', async () => {
  const { written, back } = await throughWord(contentOf('标题', everyNode.children));
  expect(back.document.children).toEqual(stripComments(written.document).children.flatMap(afterWord));
});

test.each([
  [
    'an underlined link beside one that is not',
    [
      {
        type: 'paragraph',
        children: [
          {
            type: 'link',
            url: 'https://www.gov.cn/',
            children: [
              { type: 'text', text: '通知', formats: ['bold', 'underline'] },
              { type: 'text', text: '全文' },
            ],
          },
          { type: 'text', text: '。' },
        ],
      },
    ],
  ],
  [
    'a picture with a credit and no caption',
    [{ type: 'figure', asset: 'a'.repeat(64), alt: '两人看图', credit: '张三', children: [] }],
  ],
  [
    'a table that is still to be filled in',
    [
      {
        type: 'table',
        children: [{ type: 'table-row', children: [1, 2].map(() => ({ type: 'table-cell', children: [] })) }],
      },
      { type: 'paragraph', children: line('后文。') },
    ],
  ],
  [
    'a table of one cell',
    [{ type: 'table', children: [{ type: 'table-row', children: [{ type: 'table-cell', children: line('须知') }] }] }],
  ],
  [
    'two lists of bullets beside each other, the first with a list inside',
    [
      { type: 'list', ordered: false, children: [item('甲', { ordered: false, children: [item('乙')] }), item('丙')] },
      { type: 'list', ordered: false, children: [item('丁')] },
    ],
  ],
  [
    'a break of the line behind the end of a sentence, in a paragraph, a quotation, a list and a cell',
    [
      { type: 'paragraph', children: brokenLine },
      { type: 'paragraph', align: 'center', children: brokenLine },
      { type: 'quote', children: brokenLine },
      { type: 'list', ordered: false, children: [{ type: 'list-item', children: brokenLine }] },
      { type: 'table', children: [{ type: 'table-row', children: [{ type: 'table-cell', children: brokenLine }] }] },
      { type: 'figure', asset: 'a'.repeat(64), alt: '', credit: '', children: brokenLine },
    ],
  ],
  [
    'a picture that is there for its looks alone, beside one that is not',
    [
      {
        type: 'figure',
        asset: 'a'.repeat(64),
        alt: '',
        decorative: true,
        beside: [{ asset: 'a'.repeat(64), alt: '会场' }],
        credit: '',
        children: [],
      },
    ],
  ],
  [
    'a short line in the middle below a picture without a caption',
    [
      { type: 'figure', asset: 'a'.repeat(64), alt: '', credit: '', children: [] },
      { type: 'paragraph', align: 'center', children: line('（一）') },
    ],
  ],
  [
    'a short paragraph in bold',
    [
      { type: 'paragraph', children: [{ type: 'text', text: '请市民注意', formats: ['bold'] }] },
      { type: 'paragraph', children: line('出入平安。') },
    ],
  ],
  [
    'the place of a picture that is still to come',
    [{ type: 'figure', asset: null, alt: '', credit: '张三', children: [] }],
  ],
  [
    'a list whose numbers go on from the one before',
    [
      { type: 'list', ordered: true, children: [item('甲'), item('乙')] },
      { type: 'list', ordered: true, start: 3, children: [item('丙')] },
    ],
  ],
] satisfies [string, BlockNode[]][])('%s comes back', async (_what, blocks) => {
  const { written, back } = await throughWord(contentOf('标题', blocks));
  expect(back.document.children).toEqual(written.document.children);
});

test('any draft comes back block for block: formats, links, 【待核】, nested lists and their numbers, merged cells, captions', async () => {
  const headline = '市住建局开展电梯安全检查';
  await fc.assert(
    fc.asyncProperty(writtenBlocks('a'.repeat(64)), async (blocks) => {
      const subheadline = '——副题';
      const { written, back } = await throughWord(contentOf(headline, blocks, { subheadline }));
      expect(back.metadata).toMatchObject({ headline, subheadline });
      expect(back.document.children).toEqual(written.document.children);
    }),
    { numRuns: 40, seed: 20261128 },
  );
});

test('a boilerplate of several lines comes back as one, also beside another', async () => {
  const template = {
    id: 'desk',
    title: '服务台',
    category: '联系',
    version: 2,
    template: '服务台：{{地址}}\n电话：{{电话}}',
  };
  const profile = { ...sampleProfile, boilerplates: [...sampleProfile.boilerplates, template] };
  const filled = makeBoilerplate(template, { 地址: '台城', 电话: '0750-5524538' });
  const { written, back } = await throughWord(contentOf('标题', [filled, makeBoilerplate(template, {})]), profile);
  expect(back.document.children).toEqual(written.document.children);
});

test('the names of attachments are set apart: their files are not in the document', async () => {
  const attachments = ['检查表', '整改单'].map((title, at) => ({
    sha256: String(at).repeat(64),
    title,
    type: 'pdf' as const,
    bytes: 9,
  }));
  const { written, back, setApart } = await throughWord(contentOf('标题', undefined, { attachments }));
  expect(back.document.children).toEqual(written.document.children);
  expect(setApart).toEqual(['附件：1. 检查表', '2. 整改单']);
});

function line(text: string): InlineNode[] {
  return [{ type: 'text', text }];
}

function item(text: string, nested?: Omit<ListNode, 'type'>): ListItemNode {
  return { type: 'list-item', children: line(text), ...(nested ? { nested: { type: 'list', ...nested } } : {}) };
}

/**
 * The differences: a boilerplate that the profile does not know is its lines; in a group pictures that wait are gone, and so are captions
 * that are hidden and words for a picture that is there for its looks alone.
 */
function afterWord(block: BlockNode): readonly BlockNode[] {
  switch (block.type) {
    case 'figure': {
      const [first, ...beside] = picturesOf(block).filter(({ asset }) => asset !== null);
      if (!first) return [block];
      const group = beside.length > 0 ? { beside } : {};
      return [{ type: 'figure', ...first, ...group, credit: block.credit, children: [...shownCaption(block)] }];
    }
    case 'boilerplate':
      return block.text.split('\n').map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));
    case 'paragraph':
    case 'list':
    case 'table':
    case 'heading':
    case 'quote':
    case 'horizontal-rule':
      return [block];
  }
}
