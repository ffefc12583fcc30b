import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { gaoqian, gaoqianJson } from '#tests/helpers/command-line.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const page = resolve(import.meta.dirname, '../../resources/samples/pages/damaged-page.txt');

test(
  'drafts go from one data folder to another, once their key is trusted by its fingerprint',
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder();
    const here = ['--data', join(folder, 'here')];
    const there = ['--data', join(folder, 'there')];
    await gaoqianJson([...here, 'person', '陈思', 'writer']);
    await gaoqianJson([...there, 'person', '李明', 'writer']);
    expect(await gaoqianJson([...here, 'export-drafts', 'all'])).toMatchObject({
      exitCode: 1,
      answer: { error: { code: 'draft-not-found' } },
    });
    await gaoqianJson([...here, 'import', page]);
    const written = await gaoqianJson([...here, 'export-drafts', 'all', '--out', folder]);
    const { path, fingerprint } = (written.answer.ok ? written.answer.value : {}) as Record<string, string>;
    expect(await gaoqianJson([...there, 'import-drafts', path ?? ''])).toMatchObject({
      exitCode: 1,
      answer: { error: { code: 'review-key-unknown', params: { fingerprint } } },
    });
    const taken = await gaoqian([...there, 'import-drafts', path ?? '', '--trust', fingerprint ?? '']);
    expect(taken).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/：新增（\d+ 个版本）\n已导入，共 1 篇。/u) as string,
    });
    expect(await gaoqianJson([...there, 'import-drafts', path ?? ''])).toMatchObject({
      exitCode: 0,
      answer: { value: [{ outcome: 'unchanged' }] },
    });
  },
);
