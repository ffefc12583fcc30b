import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pasteConverter } from '#main/publishing/paste/convert-paste.ts';
import type { PasteSources } from '#main/services/ports/paste-converter.ts';
import { blockSchema, type BlockNode } from '#shared/document/schema.ts';
import { canonicalJson, mergeTexts } from '#shared/document/canonical.ts';
import { looksLikeMarkdown } from '#shared/document/markdown-marks.ts';
import { mapRuns } from '#shared/document/runs.ts';
import { pasteOrigins } from '#shared/model/paste-report.ts';

/**
 * Clipboards of other programs, made by us in their true shape (each says at its end where that is documented), with
 * the document that is expected: `<name>.html`, or `<name>.rtf` or `<name>.md` of programs that give no HTML, and
 * `<name>.json`; `<name>.txt` is the plain text beside the HTML where that matters.
 */
const folder = join(import.meta.dirname, '../../../fixtures/clipboard');
const names = readdirSync(folder).filter((file) => /\.(?:html|rtf|md)$/u.test(file));
const contentOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const marks = { captionMark: '▲', creditMark: '摄影：' };

const expectedSchema = z.strictObject({
  origin: z.enum(pasteOrigins),
  blocks: z.array(blockSchema),
  /** `kind × count`, without what was kept. */
  notes: z.array(z.string()),
  /** `block: end of the address`. */
  pictures: z.array(z.string()),
});

function partsOf(name: string): PasteSources {
  const content = contentOf(name);
  if (name.endsWith('.rtf')) return { html: '', rtf: Buffer.from(content), markdown: null };
  if (name.endsWith('.md')) return { html: '', rtf: null, markdown: markdownIn(content.replace(/<!-- Made.*$/su, '')) };
  const text = name.replace(/\.html$/u, '.txt');
  return { html: content, rtf: null, markdown: existsSync(join(folder, text)) ? markdownIn(contentOf(text)) : null };
}

/** As the window hands it on. */
function markdownIn(text: string): string | null {
  return looksLikeMarkdown(text) ? text : null;
}

async function read(name: string): Promise<z.infer<typeof expectedSchema>> {
  const { origin, blocks, notes, pictures } = await pasteConverter.convert(partsOf(name), marks);
  return {
    origin,
    blocks: [...blocks],
    notes: notes.filter(({ group }) => group !== 'kept').map(({ kind, count }) => `${kind} × ${count}`),
    pictures: pictures.map(({ block, address }) => `${block}: ${address.slice(-24)}`),
  };
}

describe('clipboards of other programs', () => {
  test('there are at least thirty, and each says where its shape is documented', () => {
    expect(names.length).toBeGreaterThanOrEqual(30);
    for (const name of names) expect(contentOf(name)).toMatch(/Shape: .{10,}(?: -->|\}\})\s*$/u);
  });

  test.each(names)('%s', async (name) => {
    const expected = expectedSchema.parse(JSON.parse(contentOf(name.replace(/\.\w+$/u, '.json'))));
    expect(await read(name)).toEqual(expected);
  });

  test.each(names)('%s comes in the stored form: merged texts, valid blocks, the same each time', async (name) => {
    const { blocks } = await read(name);
    for (const block of blocks) blockSchema.parse(block);
    expect(blocks.map((block): BlockNode => mapRuns(block, (run) => mergeTexts(run)))).toEqual(blocks);
    expect(canonicalJson(await read(name))).toBe(canonicalJson(await read(name)));
  });
});
