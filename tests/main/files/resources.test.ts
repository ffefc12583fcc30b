import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readProfileFile, resources } from '#main/files/resources.ts';
import { figuresOf } from '#shared/document/walk.ts';
import { runChecks } from '#shared/house-style/engine.ts';
import type { Asset } from '#shared/model/asset.ts';
import { permissions } from '#shared/model/bureau-profile.ts';
import { blanksOf, fillTemplate } from '#shared/model/boilerplate.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const folder = resolve(import.meta.dirname, '../../../resources');
const ours = resources(folder);

describe('the built-in sample bureau', () => {
  test('has a role for each permission, and roles for each part of the work', async () => {
    const profile = await ours.readSampleProfile();
    expect(new Set(profile.roles.flatMap((role) => role.may))).toEqual(new Set(permissions));
    for (const list of [profile.roles, profile.columns, profile.boilerplates]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
  });

  test('a file that is no profile is refused with the place that is wrong', async () => {
    const path = join(await temporaryFolder(), 'profile.json');
    await writeFile(path, '{"format":');
    await expect(readProfileFile(path)).rejects.toMatchObject({ code: 'profile-invalid' });
    const profile = await ours.readSampleProfile();
    await writeFile(path, JSON.stringify({ ...profile, site: { ...profile.site, siteIdCode: '12' } }));
    await expect(readProfileFile(path)).rejects.toMatchObject({ params: { place: 'site.siteIdCode' } });
  });
});

describe('the three sample drafts', () => {
  test('bring their pictures, drawn at page size and light', async () => {
    const drafts = await ours.readSampleDrafts();
    expect(drafts).toHaveLength(3);
    for (const { content, pictures } of drafts) {
      const named = figuresOf(content.document).flatMap((figure) => figure.asset ?? []);
      expect(new Set(pictures.map(({ sha256 }) => sha256))).toEqual(new Set(named));
      for (const { path } of pictures) {
        expect(await sharp(await readFile(path)).metadata()).toMatchObject({
          width: 1600,
          height: 1067,
          format: 'jpeg',
        });
        expect((await stat(path)).size).toBeLessThanOrEqual(120 * 1024);
      }
    }
  });

  test('hold standing texts that are those of the profile', async () => {
    const profile = await ours.readSampleProfile();
    for (const { content } of await ours.readSampleDrafts()) {
      for (const block of content.document.children) {
        if (block.type !== 'boilerplate') continue;
        const template = profile.boilerplates.find(({ id, version }) => id === block.id && version === block.version);
        expect(Object.keys(block.values)).toEqual(blanksOf(template?.template ?? ''));
        expect(block.text).toBe(fillTemplate(template?.template ?? '', block.values));
      }
    }
  });

  test('the first and the third are ready for review, the second shows what the checks find', async () => {
    const profile = await ours.readSampleProfile();
    const severities = (await ours.readSampleDrafts()).map(({ content, pictures }) => {
      const known = pictures.map(({ sha256, name }) => [sha256, { sha256, name, width: 1600 } as Asset] as const);
      return runChecks(content, { profile, assets: new Map(known) }).map(({ severity }) => severity);
    });
    expect(severities[0]).toEqual([]);
    expect(severities[2]).toEqual([]);
    expect(new Set(severities[1])).toEqual(new Set(['error', 'warning']));
  });
});

test('the icon is a square PNG of 512 and a Windows icon of seven sizes', async () => {
  expect(await sharp(join(folder, 'icon.png')).metadata()).toMatchObject({ width: 512, height: 512, format: 'png' });
  const icon = await readFile(join(folder, 'icon.ico'));
  expect([icon.readUInt16LE(0), icon.readUInt16LE(2), icon.readUInt16LE(4)]).toEqual([0, 1, 7]);
  for (let entry = 0; entry < 7; entry += 1) {
    const at = 6 + entry * 16;
    const picture = icon.subarray(icon.readUInt32LE(at + 12), icon.readUInt32LE(at + 12) + icon.readUInt32LE(at + 8));
    const { width } = await sharp(picture).metadata();
    expect(width % 256).toBe(icon.readUInt8(at));
  }
});
