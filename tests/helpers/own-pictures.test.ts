import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gps } from 'exifr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isUpright, pictureOnItsSide, pictureWithPlace, plainPicture } from './own-pictures.ts';

test('the pictures that tests make carry what they promise', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-pictures-'));
  const withPlace = await pictureWithPlace(folder);
  expect(await gps(withPlace.path)).toMatchObject({ latitude: expect.closeTo(39.906, 2) as number });

  const lying = await readFile((await pictureOnItsSide(folder)).path);
  expect((await sharp(lying).metadata()).orientation).toBe(6);
  expect(await isUpright(lying)).toBe(false);
  expect(await isUpright(await sharp(lying).autoOrient().toBuffer())).toBe(true);

  expect(await isUpright(await readFile((await plainPicture(folder)).path))).toBe(true);
});
