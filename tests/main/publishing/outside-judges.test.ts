import { readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { publicKeyFile } from '#main/publishing/minisign.ts';
import { amended, packageBench, packageKey } from '#tests/builders/package-inputs.ts';
import { hasTool, judge } from '#tests/helpers/outside-tool.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';

const repository = resolve(import.meta.dirname, '../../..');

const kinds = ['publish', 'correct', 'withdraw'] as const;

/** A built package, with its files unpacked by a program that is not ours where there is one. */
async function built(kind: (typeof kinds)[number] = 'publish') {
  const folder = await temporaryFolder();
  const bench = await packageBench(folder);
  const zip = await bench.write(kind === 'publish' ? {} : amended(bench.inputs, kind));
  const files = await readZipEntries(zip.path);
  const file = (path: string): Buffer => files.get(`${zip.name}/${path}`) ?? Buffer.alloc(0);
  const top = join(folder, zip.name);
  if (await hasTool('unzip', '-v')) await judge('unzip', ['-q', zip.path, '-d', folder]);
  return { folder, zip, files, file, top };
}

describe.each(kinds)('programs that this project did not write accept a package to %s', (kind) => {
  test('sha256sum and sha512sum, where they are', async () => {
    const { top } = await built(kind);
    const judges: [string, string][] = [
      ['sha256sum', 'manifest-sha256.txt'],
      ['sha512sum', 'manifest-sha512.txt'],
      ['sha256sum', 'tagmanifest-sha256.txt'],
    ];
    for (const [tool, manifest] of judges) {
      if (existsSync(top) && (await hasTool(tool, '--version'))) {
        expect(await judge(tool, ['--strict', '-c', manifest], top)).toContain(': OK');
      }
    }
    expect.assertions(existsSync(top) ? judges.length : 0);
  });

  test('minisign, where it is: also the comment is signed', async () => {
    const { folder, zip, file } = await built(kind);
    const manifest = join(folder, 'tagmanifest-sha256.txt');
    const key = join(folder, 'package.pub');
    const signature = file('tagmanifest-sha256.txt.minisig').toString();
    await writeFile(manifest, file('tagmanifest-sha256.txt'));
    await writeFile(`${manifest}.minisig`, signature);
    await writeFile(key, publicKeyFile(packageKey));
    expect(signature).toContain(`\tbag:${zip.name}\n`);
    if (!(await hasTool('minisign', '-v'))) return;
    expect(await judge('minisign', ['-V', '-p', key, '-m', manifest])).toContain(`bag:${zip.name}`);
    await writeFile(`${manifest}.minisig`, signature.replace('bag:', 'bug:'));
    await expect(judge('minisign', ['-V', '-p', key, '-m', manifest])).rejects.toThrow();
    await writeFile(`${manifest}.minisig`, signature);
    await writeFile(manifest, `${file('tagmanifest-sha256.txt').toString()} `);
    await expect(judge('minisign', ['-V', '-p', key, '-m', manifest])).rejects.toThrow();
  });

  test("python's zipfile, where it is, reads the same names and bytes", async () => {
    const { zip, files } = await built(kind);
    expect(files.size).toBe(22);
    if (!(await hasTool('python3', '--version'))) return;
    const script =
      'import sys, zipfile, hashlib, json\n' +
      'z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None\n' +
      'print(json.dumps({i.filename: len(z.read(i)) for i in z.infolist()}))';
    const told = JSON.parse(await judge('python3', ['-c', script, zip.path])) as object;
    expect(told).toEqual(Object.fromEntries([...files].map(([name, bytes]) => [name, bytes.length])));
  });

  test("IPTC's schema accepts ninjs.json", async () => {
    const { file } = await built(kind);
    const ninjs = JSON.parse(file('metadata/ninjs.json').toString()) as { uri: string };
    expect(ninjs.uri).toMatch(/^urn:uuid:/);
    const schemaPath = resolve(repository, '../shared/schemas/ninjs-3.1.json');
    if (!existsSync(schemaPath)) return;
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
    const validate = ajv.compile(JSON.parse(await readFile(schemaPath, 'utf8')) as object);
    expect(validate(ninjs), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...ninjs, pubStatus: 'published' })).toBe(false);
  });
});

test('the Nu HTML checker finds no error in the pages', async () => {
  const pages: string[] = [];
  for (const kind of kinds) {
    const { folder, file } = await built(kind);
    expect(file('data/index.html').toString()).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    const page = join(folder, 'index.html');
    await writeFile(page, file('data/index.html'));
    await writeFile(join(folder, 'wechat.html'), file('data/wechat.html'));
    pages.push(page);
  }
  const checker = resolve(repository, 'node_modules/vnu-jar/build/dist/vnu.jar');
  if (!existsSync(checker) || !(await hasTool('java', '-version'))) return;
  const wechats = pages.map((page) => page.replace('index', 'wechat'));
  expect(await judge('java', ['-jar', checker, '--stdout', ...pages])).toBe('');
  // Its headline stands in a field of WeChat's own, so the page has none.
  expect(await judge('java', ['-jar', checker, '--stdout', '--errors-only', ...wechats])).toBe('');
  const [page = ''] = pages;
  await writeFile(page, (await readFile(page, 'utf8')).replace('<img ', '<img nonsense '));
  await expect(judge('java', ['-jar', checker, '--stdout', page])).rejects.toThrow();
}, 60_000);
