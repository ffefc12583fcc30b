import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { gaoqian, gaoqianJson } from '#tests/helpers/command-line.ts';
import { plainDocx } from '#tests/builders/docx-file.ts';
import { plainPicture } from '#tests/helpers/own-pictures.ts';
import { readDocxWords } from '#tests/helpers/docx-words.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** Each command is a process of its own. */
const timeout = 120_000;
const page = resolve(import.meta.dirname, '../../resources/samples/pages/damaged-page.txt');

test(
  'a page is imported, checked, sent in and reviewed, and every refusal has its code and sentence',
  { timeout },
  async () => {
    const data = ['--data', join(await temporaryFolder(), 'data')];
    const early = await gaoqian([...data, 'import', page]);
    expect(early).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^还没有登记使用人员.*no-person/u) as string,
    });

    for (const [name, role] of [
      ['拟稿员甲', 'writer'],
      ['审核员乙', 'section-head'],
    ] as const) {
      expect((await gaoqianJson([...data, 'person', name, role])).exitCode).toBe(0);
    }
    const imported = await gaoqianJson([...data, '--as', '拟稿员甲', 'import', page]);
    expect(imported).toMatchObject({
      exitCode: 0,
      answer: { ok: true, value: { draftId: expect.any(String) as string } },
    });
    const { draftId } = (imported.answer.ok ? imported.answer.value : {}) as { draftId: string };

    expect(await gaoqian([...data, 'verify-log'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^审计日志完整：\d+ 行/u) as string,
    });

    const checked = await gaoqian([...data, 'check', draftId]);
    expect(checked.exitCode).toBe(1);
    expect(checked.stdout).toContain('metadata-required');
    expect(checked.stderr).toContain('checks-failed');

    const document = join(await temporaryFolder(), 'draft.docx');
    expect((await gaoqianJson([...data, 'docx', draftId, document])).exitCode).toBe(0);
    expect((await readDocxWords(await readFile(document))).blocks[0]).toMatchObject({ kind: 'h1' });
    const again = await gaoqianJson([...data, 'docx', draftId, document]);
    expect(again).toMatchObject({ exitCode: 1, answer: { ok: false, error: { code: 'not-allowed' } } });

    const exported = await gaoqianJson([...data, 'export', draftId]);
    expect(exported).toMatchObject({ exitCode: 1, answer: { ok: false, error: { code: 'not-signed-off' } } });

    expect((await gaoqianJson([...data, 'submit', draftId])).exitCode).toBe(0);
    const own = await gaoqianJson([...data, 'decide', draftId, '--step', 'first']);
    expect(own).toMatchObject({ exitCode: 1, answer: { ok: false, error: { code: 'review-role' } } });
    const passed = await gaoqianJson([...data, '--as', '审核员乙', 'decide', draftId, '--step', 'first']);
    expect(passed).toMatchObject({ exitCode: 0, answer: { ok: true, value: { state: 'second-review' } } });
  },
);

test('wrong use ends with 2, help and version of the words with 0', { timeout }, async () => {
  expect((await gaoqian(['decide'])).exitCode).toBe(2);
  expect((await gaoqian(['no-such-command'])).exitCode).toBe(2);
  const help = await gaoqian(['--help']);
  expect(help.exitCode).toBe(0);
  expect(help.stdout).toContain('从导入到发布走一遍全程');
});

test('files that are no page, no package or not there are each refused by their own code', { timeout }, async () => {
  const folder = await temporaryFolder();
  const data = ['--data', join(folder, 'data')];
  await gaoqianJson([...data, 'person', '拟稿员甲', 'writer']);
  const binary = join(folder, 'binary.txt');
  await writeFile(binary, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 1, 2, 3]));
  const empty = join(folder, 'empty.txt');
  await writeFile(empty, '');
  const code = async (...args: string[]) => {
    const { exitCode, answer } = await gaoqianJson([...data, ...args]);
    expect(exitCode).toBe(1);
    return answer.ok ? 'accepted' : answer.error.code;
  };
  expect(await code('import', binary)).toBe('page-not-text');
  expect(await code('import', empty)).toBe('file-empty');
  const old = join(folder, '旧稿.docx');
  await writeFile(old, Buffer.from('d0cf11e0a1b11ae100', 'hex'));
  expect(await code('import', old)).toBe('import-old-office');
  expect(await code('import', page, '--repair', 'everything')).toBe('bad-request');
  expect(await code('import', join(folder, 'gone.txt'))).toBe('file-vanished');
  expect(await code('verify', binary, '--key', 'RW')).toBe('archive-not-zip');
});

test('documents, mails and pictures become drafts; repairs are made as they are asked for', { timeout }, async () => {
  const folder = await temporaryFolder();
  const data = ['--data', join(folder, 'data')];
  await gaoqianJson([...data, 'person', '拟稿员甲', 'writer']);
  const docx = join(folder, '稿件.docx');
  await writeFile(docx, await plainDocx(['市住建局召开会议', '会议部署,了工作。']));
  const letter = resolve(import.meta.dirname, '../fixtures/imports/letter-around-a-text.eml');
  const { path: picture } = await plainPicture(folder);

  const mixed = await gaoqianJson([...data, 'import', docx, letter, picture]);
  expect(mixed).toMatchObject({
    exitCode: 0,
    answer: {
      value: [
        { report: { kind: 'docx', repaired: true, repairs: [{ kind: 'punctuation', count: 1 }] } },
        { report: { kind: 'mail', pictures: { taken: 1, refused: [] } } },
        { draftId: expect.any(String) as string },
      ],
    },
  });
  await mkdir(join(folder, '网页_files'));
  await copyFile(picture, join(folder, '网页_files', '1.jpg'));
  await writeFile(join(folder, '网页_files', 'page.js'), 'var a;');
  await writeFile(
    join(folder, '网页.html'),
    '<h1>检查</h1><p>检查组到城东。</p><img src="./%E7%BD%91%E9%A1%B5_files/1.jpg">',
  );
  const saved = await gaoqianJson([...data, 'import', join(folder, '网页.html')]);
  expect(saved).toMatchObject({
    answer: { value: { report: { kind: 'html', notes: [], pictures: { taken: 1, refused: [] } } } },
  });
  const plain = await gaoqian([...data, 'import', docx, '--repair', 'none']);
  expect(plain.stdout).toContain('可修复半角标点 1 处');
  const some = await gaoqianJson([...data, 'import', page, '--repair', 'pinyin-residue,punctuation']);
  expect(some).toMatchObject({
    answer: { value: { report: { repairs: [{ kind: 'pinyin-residue' }, { kind: 'punctuation' }] } } },
  });
});
