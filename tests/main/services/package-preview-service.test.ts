import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { fileKeyStore } from '#main/publishing/file-key-store.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { pagePreviewer } from '#main/publishing/page-previewer.ts';
import { packagePreviewService } from '#main/services/package-preview-service.ts';
import { attachmentBytes } from '#tests/builders/attachments.ts';
import { packageBench, packageKey } from '#tests/builders/package-inputs.ts';
import { writer } from '#tests/builders/signatory.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function desk() {
  const folder = await temporaryFolder();
  const ids = systemIds();
  const inlet = inletFiles(join(folder, 'inlet'), ids);
  const keys = { ...fileKeyStore(join(folder, 'keys')), signingKey: async () => packageKey };
  const previews = packagePreviewService({
    store: await openTestStore(join(folder, 'store')),
    ids,
    desk: { person: async () => writer, profile: async () => sampleProfile },
    keys,
    inlet,
    reader: packageReader,
    previewer: pagePreviewer,
  });
  const give = async (path: string): Promise<string> => {
    const bytes = await readFile(path);
    const fileId = await inlet.begin('in.zip', bytes.byteLength);
    await inlet.append(fileId, 0, bytes);
    return fileId;
  };
  return { previews, give };
}

test('a package is shown from its own bytes, as the preview of its draft was; one is open at a time', async () => {
  const { previews, give } = await desk();
  const bench = await packageBench(await temporaryFolder());
  const { path } = await bench.write();
  const shown = await previews.open(await give(path));
  expect(await previews.page(shown, 'large')).toBe(pagePreviewer.page(bench.inputs, 'large').html);
  const picture = previews.picture(shown, 'images/01.jpg') ?? '';
  expect(await readFile(picture)).toEqual(await bench.media.read(bench.inputs.assets[0]?.display.sha256 ?? ''));
  for (const address of ['images/../document.json', 'document.json', 'images/99.jpg', '../bagit.txt']) {
    expect(previews.picture(shown, address)).toBeUndefined();
    expect(previews.attachment(shown, address)).toBeUndefined();
  }
  const attachment = previews.attachment(shown, 'attachments/01.pdf');
  expect(attachment?.name).toBe('房屋安全排查须知.pdf');
  expect(await readFile(attachment?.path ?? '')).toEqual(attachmentBytes.pdf);
  const next = await previews.open(await give(path));
  expect(await previews.page(shown, 'standard')).toBeUndefined();
  expect(existsSync(picture)).toBe(false);
  await previews.close();
  expect(await previews.page(next, 'standard')).toBeUndefined();
});

test('what the reader refuses is not shown, and what was open stays open', async () => {
  const { previews, give } = await desk();
  const bench = await packageBench(await temporaryFolder());
  const { path } = await bench.write();
  const shown = await previews.open(await give(path));
  const broken = await give(join(import.meta.dirname, 'package-preview-service.test.ts'));
  await expect(previews.open(broken)).rejects.toMatchObject({ code: 'archive-not-zip' });
  expect(await previews.page(shown, 'standard')).toContain('<h1>');
  await previews.close();
});
