import { pictureOnItsSide, pictureWithPlace, plainPicture } from './own-pictures.ts';
import { sharedFixture } from './shared-fixtures.ts';

export interface MainJobPhotos {
  /** One with its place, one that lies on its side, one HEIC (a PNG where there is no shared fixture). */
  readonly paths: readonly string[];
  /** For the pictures whose look is known: a file that shows the same when it is read upright. */
  readonly upright: readonly string[];
}

/** The three photos of the main job: real ones where they are, else three that are made here. */
export async function mainJobPhotos(folder: string): Promise<MainJobPhotos> {
  const shared = ['mobile-gps-iphone.jpg', 'landscape-orientation-6.jpg', 'mobile-iphone.heic'].map((name) =>
    sharedFixture(`photos/${name}`),
  );
  const [place, side, heic] = shared;
  const lookAlike = sharedFixture('photos/landscape-orientation-1.jpg');
  if (place && side && heic && lookAlike) return { paths: [place, side, heic], upright: [place, lookAlike] };
  const own = [await pictureWithPlace(folder), await pictureOnItsSide(folder), await plainPicture(folder)];
  return { paths: own.map(({ path }) => path), upright: own.map(({ path }) => path) };
}
