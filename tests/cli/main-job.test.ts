import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { receiptSchema } from '#shared/model/receipt.ts';
import { packageRecordSchema } from '#shared/model/package-record.ts';
import { gaoqian, gaoqianJson } from '#tests/helpers/command-line.ts';
import { mainJobPhotos } from '#tests/helpers/main-job-photos.ts';
import { placeTraces, placeWords } from '#tests/helpers/place-traces.ts';
import { showTheSame } from '#tests/helpers/same-picture.ts';
import { runningPortal } from '#tests/helpers/running-portal.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';

const demoSchema = z.object({
  draftId: z.string(),
  package: packageRecordSchema,
  receipt: receiptSchema,
  proofs: z.array(z.object({ what: z.string(), holds: z.boolean(), found: z.string() })),
});

async function demo(folder: string, photos: readonly string[]) {
  const page = sharedFixture('seed');
  const file = page && (await readdir(page)).find((name) => name.endsWith('.txt'));
  const seed = page && file ? ['--page', join(page, file)] : [];
  const { exitCode, answer } = await gaoqianJson(['demo', ...seed, '--pictures', ...photos, '--keep', folder]);
  expect(exitCode, JSON.stringify(answer)).toBe(0);
  return demoSchema.parse(answer.ok ? answer.value : answer.error);
}

test(
  'the main job through the command line: seed, three photos, three reviews, package, upload, page',
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder();
    const photos = await mainJobPhotos(folder);
    const data = join(folder, 'data');
    const result = await demo(data, photos.paths);

    expect(result.proofs.filter((proof) => !proof.holds)).toEqual([]);
    const proved = result.proofs.map((proof) => proof.what);
    expect(proved.filter((what) => what.startsWith('标签'))).toHaveLength(10);
    expect(proved).toEqual(expect.arrayContaining(['图 3 方向和尺寸', '回执逐个文件的校验值']));

    const entries = await readZipEntries(result.package.path);
    expect(placeTraces(entries, await placeWords(photos.paths))).toEqual([]);
    for (const [index, upright] of photos.upright.entries()) {
      const picture = entries.get(`${result.package.name}/data/images/0${index + 1}.jpg`);
      expect(picture && (await showTheSame(picture, await readFile(upright))), `picture ${index + 1}`).toBe(true);
    }
    const page = entries.get(`${result.package.name}/data/index.html`)?.toString('utf8') ?? '';
    expect(page.match(/<figcaption>▲/gu)).toHaveLength(3);

    // The same package, judged and sent again as a file that lies anywhere.
    const key = join(data, 'keys', 'package.pub');
    const verified = await gaoqianJson(['verify', result.package.path, '--key', key]);
    expect(verified).toMatchObject({ exitCode: 0, answer: { ok: true, value: { valid: true } } });
    const unknown = await gaoqian(['verify', result.package.path, '--key', join(data, 'keys', 'review.pub')]);
    expect(unknown).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('signature-key-unknown') as string });

    // Another portal takes the file as it lies there, once it knows the key; a wrong token is said as such.
    const { portal, url, token } = await runningPortal();
    const [exporter] = await portal.exporters.list();
    await portal.exporters.addKey(exporter?.id ?? '', (await readFile(key, 'utf8')).trim().split('\n').at(-1) ?? '');
    const upload = ['upload', result.package.path, '--portal', url, '--key', key];
    const refused = await gaoqianJson(upload, { GAOQIAN_PORTAL_TOKEN: 'wrong' });
    expect(refused).toMatchObject({ exitCode: 1, answer: { ok: false, error: { code: 'portal-unauthorized' } } });
    const sent = await gaoqianJson(upload, { GAOQIAN_PORTAL_TOKEN: token });
    expect(sent).toMatchObject({ exitCode: 0, answer: { ok: true } });
    const receipt = receiptSchema.parse(sent.answer.ok ? sent.answer.value : null);
    expect(receipt.body).toMatchObject({ zipSha256: result.package.zipSha256, packageName: result.package.name });
    expect((await fetch(receipt.body.pageUrl)).status).toBe(200);
  },
);
