import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { inletService, plainFileName } from '#main/services/inlet-service.ts';
import { countingIds } from '#tests/fakes/counting-ids.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

test.each([
  ['现场照片.jpg', '现场照片.jpg'],
  ['C:\\Users\\甲\\Desktop\\a.jpg', 'a.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['gpj.\u202eexe\u0000', 'gpj.exe'],
  ['e\u0301.jpg', 'é.jpg'],
  ['..//', '—'],
])('the name %j is shown as %j', (given, shown) => expect(plainFileName(given)).toBe(shown));

test('the inlet keeps files under such names', async () => {
  const files = inletFiles(await temporaryFolder(), countingIds());
  const inlet = inletService(files);
  const fileId = await inlet.begin('/tmp/照片.jpg', 1);
  expect(await inlet.append(fileId, 0, Uint8Array.of(1))).toBe(1);
  expect(await files.take(fileId)).toMatchObject({ name: '照片.jpg', bytes: 1 });
  await inlet.discard(fileId);
  await expect(files.take(fileId)).rejects.toMatchObject({ code: 'not-found' });
});
