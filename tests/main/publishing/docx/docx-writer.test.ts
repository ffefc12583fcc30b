import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { mediaFiles } from '#main/files/media-files.ts';
import { docxWriter } from '#main/publishing/docx/docx-writer.ts';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';
import { contentOf } from '#tests/builders/content.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { figureOf, releaseWith, storedPicture } from '#tests/builders/package-inputs.ts';
import { expectedWords } from '#tests/helpers/docx-expected.ts';
import { readDocxWords } from '#tests/helpers/docx-words.ts';
import { hasTool, judge } from '#tests/helpers/outside-tool.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';

let folder = '';
let media: MediaFiles;
let assets: readonly Asset[] = [];
let files = 0;

beforeEach(async () => {
  folder = await temporaryFolder();
  media = mediaFiles(join(folder, 'media'));
  assets = [await storedPicture(media, '#803020'), await storedPicture(media, '#205080')];
});

async function write(content: DraftContent): Promise<string> {
  files += 1;
  const path = join(folder, 'out', `${files}.docx`);
  const bytes = await docxWriter(media).write({ content, profile: sampleProfile, assets }, path);
  expect((await readFile(path)).byteLength).toBe(bytes);
  return path;
}

async function part(path: string, name: string): Promise<string> {
  return (await readZipEntries(path)).get(name)?.toString('utf8') ?? '';
}

async function expectSame(content: DraftContent): Promise<void> {
  const { blocks, messages } = await readDocxWords(await readFile(await write(content)));
  expect(blocks).toEqual(expectedWords(content, assets, sampleProfile));
  expect(messages.filter((message) => !message.startsWith('Unrecognised'))).toEqual([]);
}

function ours(asset: string | null, index: number): string | null {
  return asset === null ? null : (assets[index % assets.length]?.sha256 ?? null);
}

/** The document with pictures that are there in the place of any others. */
function withOurPictures(blocks: readonly BlockNode[]): BlockNode[] {
  return blocks.map((block, index) =>
    block.type === 'figure'
      ? {
          ...block,
          asset: ours(block.asset, index),
          ...(block.beside
            ? { beside: block.beside.map((one, at) => ({ ...one, asset: ours(one.asset, index + at + 1) })) }
            : {}),
        }
      : block,
  );
}

describe('mammoth reads back what was written', () => {
  test('every kind of node', async () => {
    await expectSame(contentOf('标题', withOurPictures(everyNode.children), { subheadline: '——副标题' }));
  });

  test('a release with pictures', async () => {
    await expectSame(releaseWith(assets));
  });

  test('groups of pictures side by side, one of them decorative', async () => {
    const [first, second] = assets;
    if (!first || !second) throw new Error('no pictures');
    await expectSame(
      contentOf('图', [
        { ...figureOf(first, '左图与右图'), beside: [{ asset: second.sha256, alt: '花边', decorative: true }] },
        { ...figureOf(first, '不显示'), captionHidden: true, credit: '' },
        { type: 'figure', asset: null, alt: '', credit: '', children: [] },
      ]),
    );
  });

  test('any document', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async ({ children }) => {
        await expectSame(contentOf('标题', withOurPictures(children)));
      }),
      { numRuns: 40, seed: 20261128 },
    );
  });
});

const item = (text: string) => ({ type: 'list-item' as const, children: [{ type: 'text' as const, text }] });
const list = (start: number | undefined): BlockNode => ({
  type: 'list',
  ordered: true,
  ...(start === undefined ? {} : { start }),
  children: [item('甲'), item('乙')],
});
const millimetres = (value: string | undefined) => Math.round((Number(value) / 1440) * 25.4);

describe('what Word is told beyond that', () => {
  test('lists count from their own start, each by itself', async () => {
    const path = await write(contentOf('表', [list(3), '段', list(undefined)]));
    const numbering = await part(path, 'word/numbering.xml');
    const body = await part(path, 'word/document.xml');
    const numIds = [...body.matchAll(/<w:numId w:val="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(numIds.slice(0, 2)).size).toBe(1);
    expect(numIds[0]).not.toBe(numIds[2]);
    const startOf = (numId: string | undefined) => {
      const abstract = new RegExp(`<w:num w:numId="${numId}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(
        numbering,
      )?.[1];
      return new RegExp(`w:abstractNumId="${abstract}"[^]*?<w:start w:val="(\\d+)"`).exec(numbering)?.[1];
    };
    expect([startOf(numIds[0]), startOf(numIds[2])]).toEqual(['3', '1']);
  });

  test('the page of GB/T 9704: A4, its margins, page numbers outside', async () => {
    const path = await write(contentOf('页'));
    const body = await part(path, 'word/document.xml');
    const margins = /<w:pgMar ([^>]*)\/>/.exec(body)?.[1] ?? '';
    const of = (side: string) => millimetres(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]);
    expect([of('top'), of('bottom'), of('left'), of('right')]).toEqual([37, 35, 28, 26]);
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(body) ?? [];
    expect([millimetres(width), millimetres(height)]).toEqual([210, 297]);
    expect(body).toMatch(/<w:footerReference w:type="even"/);
    expect(await part(path, 'word/settings.xml')).toContain('w:evenAndOddHeaders');
    expect(await part(path, 'word/styles.xml')).toContain('方正小标宋简体');
    expect(await part(path, 'word/fontTable.xml')).toContain('w:altName');
  });

  test('no picture is wider than the text, and all of a group are equally high', async () => {
    const [first, second] = assets;
    if (!first || !second) throw new Error('no pictures');
    const path = await write(
      contentOf('图', [{ ...figureOf(first, '两图'), beside: [{ asset: second.sha256, alt: '' }] }]),
    );
    const sizes = [...(await part(path, 'word/document.xml')).matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)];
    const emuOfText = 156 * 36_000;
    expect(sizes).toHaveLength(2);
    expect(sizes[0]?.[2]).toBe(sizes[1]?.[2]);
    expect(Number(sizes[0]?.[1]) + Number(sizes[1]?.[1])).toBeLessThanOrEqual(emuOfText);
  });
});

describe('the file', () => {
  test('the same draft gives the same bytes, whatever was written between', async () => {
    const content = releaseWith(assets);
    const first = await readFile(await write(content));
    await write(contentOf('另一篇', withOurPictures(everyNode.children)));
    expect((await readFile(await write(content))).equals(first)).toBe(true);
  });

  test('holds no moment of writing and no name of this machine', async () => {
    const entries = await readZipEntries(await write(releaseWith(assets)));
    const all = [...entries].filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'));
    for (const [, bytes] of all) expect(bytes.toString('utf8')).not.toMatch(/20\d\d-\d\d-\d\dT|Un-named/);
  });

  test('a picture that is not what its row says is not let out', async () => {
    const [asset] = assets;
    if (!asset) throw new Error('no picture');
    const wrong = { ...asset, display: { ...asset.display, width: 1 } };
    const content = contentOf('图', [figureOf(asset, '图')]);
    const target = join(folder, 'wrong.docx');
    const writing = docxWriter(media).write({ content, profile: sampleProfile, assets: [wrong] }, target);
    await expect(writing).rejects.toMatchObject({ code: 'picture-broken' });
    await expect(readFile(target)).rejects.toThrow();
  });

  test('another reader of zip and XML finds it whole', async (context) => {
    if (!(await hasTool('python3', '--version'))) context.skip();
    const path = await write(contentOf('检查', withOurPictures(everyNode.children)));
    const script = [
      'import sys, zipfile, xml.dom.minidom as m',
      'z = zipfile.ZipFile(sys.argv[1])',
      'assert z.testzip() is None',
      'names = z.namelist()',
      'assert names[0] == "[Content_Types].xml" and len(set(names)) == len(names)',
      'parts = {n: m.parseString(z.read(n)) for n in names if n.endswith((".xml", ".rels"))}',
      'rels = parts["word/_rels/document.xml.rels"].getElementsByTagName("Relationship")',
      'ids = [r.getAttribute("Id") for r in rels]',
      'assert len(set(ids)) == len(ids)',
      'for r in rels:',
      '    if r.getAttribute("TargetMode") != "External": assert "word/" + r.getAttribute("Target").lstrip("/") in names, r.toxml()',
      'body = parts["word/document.xml"]',
      'used = [e.getAttribute(a) for e in body.getElementsByTagName("*") for a in ("r:id", "r:embed") if e.hasAttribute(a)]',
      'assert set(used) <= set(ids), set(used) - set(ids)',
      'drawings = [e.getAttribute("id") for e in body.getElementsByTagName("wp:docPr")]',
      'assert len(set(drawings)) == len(drawings)',
      'print("whole")',
    ].join('\n');
    expect(await judge('python3', ['-c', script, path])).toBe('whole\n');
  });
});
