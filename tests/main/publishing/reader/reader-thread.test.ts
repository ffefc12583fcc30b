import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readerThread, type ReaderLimits, type ReaderThread } from '#main/publishing/reader/reader-thread.ts';
import { threadedConverter, threadedImporter } from '#main/publishing/reader/threaded-readers.ts';
import { plainDocx } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const script = new URL('../../../../src/main/publishing/reader/reader-worker.ts', import.meta.url);
const marks = { captionMark: '▲', creditMark: '摄影：' };
const paste = (html: string) => ({ kind: 'paste', html, rtf: null, markdown: null, marks }) as const;
/** Enough to keep a thread busy for seconds. */
const long = `<div>${'<p>市住建局开展<b>安全</b>检查</p>'.repeat(12_000)}</div>`;

function thread(limits: Partial<ReaderLimits> = {}): ReaderThread {
  const made = readerThread(script, { milliseconds: 60_000, megabytes: 512, ...limits });
  onTestFinished(async () => made.close());
  return made;
}

async function docx(paragraphs: readonly string[]): Promise<string> {
  const path = join(await temporaryFolder(), 'release.docx');
  await writeFile(path, await plainDocx(paragraphs));
  return path;
}

describe('a thread that reads', () => {
  test('answers one question after another, and passes on what the reading refuses', async () => {
    const reader = thread();
    const path = await docx(['第一段', '第二段']);
    const [pasted, page] = await Promise.all([
      reader.ask(paste('<h2>标题</h2><p>一</p>')),
      reader.ask({ kind: 'page', source: { path, name: 'release.docx' }, profile: sampleProfile }),
    ]);
    expect(pasted.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
    expect(page.content.metadata.headline).toBe('第一段');
    expect(page.content.document.children).toHaveLength(1);
    const source = { path: `${path}.gone`, name: 'gone.docx' };
    const missing = { kind: 'page', source, profile: sampleProfile } as const;
    await expect(reader.ask(missing)).rejects.toMatchObject({ code: 'file-vanished' });
    expect((await reader.ask(paste('<p>二</p>'))).blocks).toHaveLength(1);
  });

  test('stops in the middle of its work when it is cancelled; the next question gets a new thread', async () => {
    const reader = thread();
    const abort = new AbortController();
    await reader.ask(paste('<p>一</p>'));
    const asked = reader.ask(paste(long), abort.signal);
    const next = reader.ask(paste('<p>二</p>'));
    setTimeout(() => abort.abort(), 20);
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect((await next).blocks).toHaveLength(1);
    await expect(reader.ask(paste('<p>三</p>'), abort.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('is ended when it takes too long, or too much memory', async () => {
    const slow = thread({ milliseconds: 1 });
    await expect(slow.ask(paste(long))).rejects.toMatchObject({ code: 'import-too-heavy' });
    const small = thread({ megabytes: 48 });
    await expect(small.ask(paste(long.repeat(8)))).rejects.toMatchObject({ code: 'import-too-heavy' });
    expect((await small.ask(paste('<p>一</p>'))).blocks).toHaveLength(1);
  });

  test('leaves the process free meanwhile', async () => {
    const reader = thread();
    await reader.ask(paste('<p>一</p>'));
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 5);
    await reader.ask(paste(long));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
  });
});

test('the ports on threads answer as the readers do', async () => {
  const path = await docx(['市住建局开展检查', '正文']);
  const page = await threadedImporter(script).read({ path, name: 'release.docx' }, sampleProfile);
  expect(page.report.kind).toBe('docx');
  const { blocks } = await threadedConverter(script).convert(
    { html: '<ul><li>甲</li></ul>', rtf: null, markdown: null },
    marks,
  );
  expect(blocks).toEqual([
    { type: 'list', ordered: false, children: [{ type: 'list-item', children: [{ type: 'text', text: '甲' }] }] },
  ]);
});
