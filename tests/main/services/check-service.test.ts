import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { pictureMaker } from '#main/files/picture-maker.ts';
import { checkService } from '#main/services/check-service.ts';
import { mediaService } from '#main/services/media-service.ts';
import type { FigureNode } from '#shared/document/schema.ts';
import { AppError } from '#shared/errors.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { countingIds } from '#tests/fakes/counting-ids.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { plainPicture } from '#tests/helpers/own-pictures.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

test('a draft is judged with the pictures that this machine holds', async () => {
  const folder = await temporaryFolder();
  const assets = await openTestStore();
  const media = mediaService({
    inlet: inletFiles(join(folder, 'inlet'), countingIds()),
    media: mediaFiles(join(folder, 'media')),
    pictures: pictureMaker({ heicWorker: new URL('../../../src/main/files/heic-worker.ts', import.meta.url) }),
    assets,
    log: silentLog,
  });
  const { path } = await plainPicture(folder);
  const asset = await media.importFile(path, 'plain.png', { acceptTruncated: false });
  const figure: FigureNode = {
    type: 'figure',
    asset: asset.sha256,
    alt: '图',
    credit: '甲',
    children: [{ type: 'text', text: '图' }],
  };
  const content = contentOf('标题', [figure, { ...figure, asset: 'f'.repeat(64) }]);
  const drafts = new Map<string, DraftContent>([['known', content]]);

  const checks = checkService({
    assets,
    readProfile: async () => sampleProfile,
    readContent: async (draftId) => {
      const found = drafts.get(draftId);
      if (!found) throw new AppError('draft-not-found');
      return found;
    },
  });
  const findings = await checks.checkDraft('known');
  expect(findings).toEqual(await checks.check(content));
  expect(findings.filter(({ place }) => place.kind === 'block')).toMatchObject([
    { rule: 'picture-missing', place: { kind: 'block', block: 1 } },
  ]);
  await expect(checks.checkDraft('unknown')).rejects.toMatchObject({ code: 'draft-not-found' });
});
