import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { mediaFiles } from '#main/files/media-files.ts';
import { docxWriter } from '#main/publishing/docx/docx-writer.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { contentOf } from '#tests/builders/content.ts';
import { drawnTable } from '#tests/builders/drawn-table.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { figureOf, storedPicture } from '#tests/builders/package-inputs.ts';
import { disorderIn } from '#tests/helpers/docx-order.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';

const values = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((match) => match[1] ?? '');

/** What Word demands of a document beyond what readers of it need: it opens no file that fails here without a complaint. */
describe('a document with every kind of node, as Word reads it', () => {
  const parts = new Map<string, string>();
  const bytes = new Map<string, Buffer>();
  const part = (path: string): string => parts.get(path) ?? '';

  beforeEach(async () => {
    const folder = await temporaryFolder();
    const media = mediaFiles(join(folder, 'media'));
    const asset = await storedPicture(media, '#803020');
    const blocks: BlockNode[] = [
      ...everyNode.children.filter(({ type }) => type !== 'figure'),
      figureOf(asset, '说明'),
      drawnTable('片区#^2|电梯#=2/合格#|不合格#/城东|30|6/城西|28|2'),
    ];
    const path = join(folder, 'out.docx');
    await docxWriter(media).write(
      { content: contentOf('标题', blocks, { subheadline: '副题' }), profile: sampleProfile, assets: [asset] },
      path,
    );
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
    for (const [name, content] of await readZipEntries(path)) {
      bytes.set(name, content);
      if (/\.(xml|rels)$/u.test(name)) parts.set(name, content.toString('utf8'));
    }
  });

  test('the children of each element stand in the order of the schema', () => {
    for (const [name, xml] of parts) expect(disorderIn(xml), name).toEqual([]);
    expect(disorderIn('<w:pPr><w:jc/><w:pStyle/></w:pPr>'), 'the judge sees disorder').toEqual(['w:pStyle in w:pPr']);
  });

  test('each part has a content type, and each relationship leads to a part', () => {
    const types = part('[Content_Types].xml');
    for (const name of bytes.keys()) {
      const ending = name.split('.').at(-1) ?? '';
      const isKnown = types.includes(`PartName="/${name}"`) || types.includes(`Extension="${ending}"`);
      expect(isKnown || name === '[Content_Types].xml', name).toBe(true);
    }
    const links = part('word/_rels/document.xml.rels');
    for (const target of values(links, /<Relationship [^>]*Target="((?!https?:)[^"]+)"(?![^>]*External)/gu)) {
      expect(bytes.has(`word/${target}`), target).toBe(true);
    }
    for (const id of values(part('word/document.xml'), /\br:(?:id|embed)="([^"]+)"/gu)) {
      expect(links, id).toContain(`Id="${id}"`);
    }
  });

  test('styles and numberings that are used are defined, and ids of drawings are used once', () => {
    const body = part('word/document.xml');
    const styles = values(part('word/styles.xml'), /w:styleId="([^"]+)"/gu);
    for (const style of values(body, /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/gu))
      expect(styles).toContain(style);
    expect(new Set(styles).size, 'each style once').toBe(styles.length);
    const numberings = values(part('word/numbering.xml'), /<w:num w:numId="([^"]+)"/gu);
    for (const number of values(body, /<w:numId w:val="([^"]+)"/gu)) expect(numberings).toContain(number);
    const drawings = values(body, /<wp:docPr id="([^"]+)"/gu);
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  test('each row of a table fills its grid, and each cell ends with a paragraph', () => {
    for (const table of values(part('word/document.xml'), /<w:tbl>([^]*?)<\/w:tbl>/gu)) {
      const columns = values(table, /<w:gridCol w:w="(\d+)"/gu).length;
      for (const row of values(table, /<w:tr[ >]([^]*?)<\/w:tr>/gu)) {
        const cells = values(row, /<w:tc>([^]*?)<\/w:tc>/gu);
        const spans = cells.map((cell) => Number(/<w:gridSpan w:val="(\d+)"/u.exec(cell)?.[1] ?? 1));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
        for (const cell of cells) expect(cell).toMatch(/<\/w:p>$|<w:p\/>$/u);
      }
    }
  });

  test('a line that is broken by hand is not drawn out to the width of the text', () => {
    expect(part('word/settings.xml')).toContain('<w:doNotExpandShiftReturn/>');
  });
});
