import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { verifyPackage } from '#main/publishing/package-reader.ts';
import { packageBench, packageKey, reviewKey, type PackageBench } from '#tests/builders/package-inputs.ts';
import { knock } from '#tests/helpers/knock.ts';
import { mutations } from '#tests/helpers/mutate-package.ts';
import { rawZip, type RawEntry } from '#tests/helpers/raw-zip.ts';
import { runningPortal, type RunningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';
import { seededRandom } from '#tools/bench/seeded-random.ts';

/** 140 mutants here; 1,000 in `npm run test:faults:portal`. */
const mutants = Number(process.env['GAOQIAN_PACKAGE_MUTANTS'] ?? 140);
const seed = Number(process.env['GAOQIAN_FAULT_SEED'] ?? 20_261_128);
const keyRing = keyRingOf([packageKey.publicKey]);

let bench: PackageBench;
let zip: Buffer;
let name: string;
let files: ReadonlyMap<string, Buffer>;

beforeEach(async () => {
  bench = await packageBench(await temporaryFolder());
  const written = await bench.write();
  zip = await readFile(written.path);
  name = written.name;
  files = await readZipEntries(written.path);
});

/** The token opens each of these doors: only the package itself can be refused. */
const openPortal = async (): Promise<RunningPortal> =>
  runningPortal({ limits: { callsPerMinute: 1_000_000, refusalsPerMinute: 1_000_000 } });

/** Nothing of what was refused is to be seen, or lies about. */
async function expectUntouched(portal: RunningPortal): Promise<void> {
  expect(await (await fetch(portal.url)).text()).toContain('暂无信息');
  for (const place of ['packages', 'archive', 'temporary/portal', 'uploads']) {
    await expect.poll(async () => readdir(join(portal.folder, place)), { timeout: 30_000 }).toEqual([]);
  }
}

test(
  `${mutants} mutants of a package are refused by reader and portal, or change nothing that is read`,
  { timeout: 120_000 + mutants * 1_500 },
  async () => {
    const random = seededRandom(seed);
    const pick = (limit: number): number => Math.floor(random() * limit);
    const portal = await openPortal();
    const path = join(await temporaryFolder(), 'mutant.zip');
    await writeFile(path, zip);
    const honest = await verifyPackage(path, { keyRing });
    const harmless: string[] = [];
    const kinds = new Set<string>();
    for (let made = 0; made < mutants;) {
      const mutation = mutations[made % mutations.length];
      const mutant = mutation?.apply({ zip, files, pick });
      if (!mutation || !mutant || mutant.equals(zip)) continue;
      made += 1;
      const mark = `mutant ${made}: ${mutation.name}`;
      await writeFile(path, mutant);
      const report = await verifyPackage(path, { keyRing });
      if (report.valid) {
        // Marks of the zip that bind nobody, the same files packed anew, or minisign's untrusted comment.
        expect(report.files.filter(isRead), mark).toEqual(honest.files.filter(isRead));
        harmless.push(mark);
        continue;
      }
      kinds.add(report.refusals[0]?.code ?? '');
      if (mutant.length === 0) continue;
      const { status, code } = await knock(portal, mutant, name);
      expect([mark, code]).not.toEqual([mark, 'published']);
      expect(status, `${mark}: ${code}`).toBeGreaterThanOrEqual(400);
      expect(status, `${mark}: ${code}`).toBeLessThan(500);
    }
    await expectUntouched(portal);
    expect(harmless.length).toBeLessThan(mutants / 20);
    // They reached the layers behind the zip too.
    expect([...kinds]).toEqual(expect.arrayContaining(['bag-hash-mismatch', 'bag-foreign-file', 'bag-incomplete']));
  },
);

/** The signature's file is checked, not read: its first line is a comment that nobody signed. */
function isRead({ path }: { readonly path: string }): boolean {
  return !path.endsWith('.minisig');
}

/** 60 names that climb out, mean something else elsewhere, or look like another one. */
const hostileNames: readonly (string | Buffer)[] = [
  '/etc/passwd',
  '//server/share',
  '../up.html',
  'TOP/../../up.html',
  'TOP/..',
  'TOP/./page.html',
  'TOP//page.html',
  'C:/page.html',
  'c:page.html',
  'TOP/C:/page.html',
  'TOP\\page.html',
  '..\\up.html',
  '\\\\server\\share',
  '\\page',
  'TOP/page\0.html',
  '\0',
  'TOP/page\n.html',
  'TOP/page\r.html',
  'TOP/page\t.html',
  'TOP/page\u007f.html',
  'TOP/page.html ',
  'TOP/page.html.',
  'TOP/ page.html',
  'TOP/.../page.html',
  'TOP/page.html:stream',
  'TOP/page.html::$DATA',
  'TOP/页面.html',
  'TOP/pa\u202Egnp.html',
  'TOP/pa\u200Bge.html',
  'TOP/\uFEFFpage.html',
  'TOP/ｐage.html',
  'TOP/pagé.html',
  'TOP/CON',
  'TOP/con.html',
  'TOP/PRN.txt',
  'TOP/aux/page.html',
  'TOP/NUL.tar.gz',
  'TOP/com1.html',
  'TOP/LPT9',
  'TOP/CONIN$',
  'TOP/data/INDEX.HTML',
  'TOP/DATA/index.html',
  'TOP/data/index.html/x',
  'TOP/data',
  'TOP/bagit.txt/x',
  'TOP/Bagit.txt',
  '',
  ' ',
  '.',
  '..',
  'page.html',
  'other/page.html',
  'TOP/data/inner/bagit.txt',
  'TOP/data/../data/index.html',
  `TOP/${'a'.repeat(300)}`,
  `TOP/${'a/'.repeat(200)}b`,
  'TOP/<script>.html',
  'TOP/"quoted".html',
  'TOP/a|b',
  'TOP/a?b*c',
  Buffer.from([0x54, 0x2f, 0xff, 0xfe]),
];

test(`${hostileNames.length} hostile names are refused by reader and portal, and nothing is written anywhere`, async () => {
  expect(hostileNames.length).toBeGreaterThanOrEqual(60);
  const portal = await openPortal();
  const path = join(await temporaryFolder(), 'names.zip');
  for (const hostile of hostileNames) {
    const entryName = typeof hostile === 'string' ? hostile.replace('TOP', name) : hostile;
    const entries = [
      ...[...files].map(([entry, bytes]) => ({ name: entry, bytes })),
      { name: entryName, bytes: Buffer.from('x') },
    ];
    const bytes = rawZip({ entries });
    await writeFile(path, bytes);
    expect((await verifyPackage(path, { keyRing })).valid, JSON.stringify(hostile)).toBe(false);
    expect((await knock(portal, bytes, name)).code, JSON.stringify(hostile)).toMatch(/^(?:archive|bag)-/);
  }
  await expectUntouched(portal);
}, 120_000);

test('bombs do not go off: neither wide, nor deep, nor many, nor lying about their size', async () => {
  const portal = await openPortal();
  const zeros = (bytes: number, central: RawEntry['central'] = {}): RawEntry => ({
    name: `${name}/data/zeros`,
    bytes: Buffer.alloc(bytes),
    deflate: true,
    central,
  });
  const many = Array.from({ length: 2001 }, (_, index) => ({ name: `${name}/data/${index}`, bytes: Buffer.from('x') }));
  const bombs: readonly (readonly [Buffer, RegExp])[] = [
    [rawZip({ entries: [zeros(99 * 1024 * 1024)] }), /^archive-ratio$/],
    [rawZip({ entries: [zeros(50 * 1024 * 1024, { unpacked: 1000 })] }), /^archive-(?:size-mismatch|header-mismatch)$/],
    [rawZip({ entries: [zeros(10, { unpacked: 200 * 1024 * 1024 })] }), /^archive-entry-too-large$/],
    [rawZip({ entries: many }), /^archive-too-many-entries$/],
    [
      rawZip({ entries: [zeros(2 * 1024 * 1024), { ...zeros(0), name: `${name}/data/again`, sharesPlaceOf: 0 }] }),
      /^archive-(?:overlap|ratio)$/,
    ],
  ];
  const before = process.memoryUsage.rss();
  for (const [bomb, code] of bombs) expect((await knock(portal, bomb, name)).code).toMatch(code);
  expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024);
  await expectUntouched(portal);
}, 60_000);

describe('what is signed', () => {
  test('is refused after one flipped bit in each of its parts, with a wrong key, and without a signature', async () => {
    const portal = await openPortal();
    for (const [path, bytes] of files) {
      for (const at of new Set([0, bytes.length >> 1, bytes.length - 1])) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8((flipped[at] ?? 0) ^ 1, at);
        const entries = [...files].map(([entry, whole]) => ({ name: entry, bytes: entry === path ? flipped : whole }));
        const { code } = await knock(portal, rawZip({ entries }), name);
        expect([path, at, code]).not.toEqual([path, at, 'published']);
      }
    }
    const other = await bench.write({ key: reviewKey, number: 8 });
    expect(await knock(portal, await readFile(other.path), other.name)).toEqual({
      status: 422,
      code: 'signature-key-unknown',
    });
    const unsigned = [...files].filter(([path]) => !path.endsWith('.minisig'));
    const bare = rawZip({ entries: unsigned.map(([entry, bytes]) => ({ name: entry, bytes })) });
    expect((await knock(portal, bare, name)).code).toBe('signature-missing');
    await expectUntouched(portal);
  }, 120_000);

  test('of another exporter does not pass with this one’s token', async () => {
    const portal = await openPortal();
    const stranger = await portal.portal.exporters.add('信息发布员庚');
    expect((await knock({ ...portal, token: stranger.token }, zip, name)).code).toBe('signature-key-unknown');
    await expectUntouched(portal);
  });

  test('cannot be played again: not the same under another name, nor an older revision after a newer one', async () => {
    const portal = await openPortal();
    const older = await readFile((await bench.write({ revision: 2 })).path);
    const newer = await bench.write({ revision: 5 });
    expect((await knock(portal, await readFile(newer.path), newer.name)).code).toBe('published');
    const page = async (): Promise<string> => (await fetch(`${portal.url}/articles/TSZJ-20261123-0007/`)).text();
    const before = await page();
    expect((await knock(portal, older, name.replace('r3', 'r2'))).code).toBe('package-replayed');
    expect((await knock(portal, zip, name)).code).toBe('package-replayed');
    expect((await knock(portal, zip, name.replace('0007', '0008'))).code).toBe('metadata-invalid');
    expect(await page()).toBe(before);
  });
});

test('the oracle notices a package that gets through', async () => {
  const portal = await openPortal();
  expect(await knock(portal, zip, name)).toEqual({ status: 200, code: 'published' });
  await expect(expectUntouched(portal)).rejects.toThrow('暂无信息');
});
