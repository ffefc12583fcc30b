import exifr from 'exifr';

/** Beginnings of EXIF and XMP blocks, the TIFF headers inside them, and names of the tags that carry a place. */
const markers = ['Exif\0\0', 'II*\0', 'MM\0*', 'http://ns.adobe.com/xap', 'GPSLatitude', 'GPSLongitude', 'GPSPosition'];

/** What could tell where a photo was taken: its own coordinates as text, to about a hundred metres. */
export async function placeWords(photos: readonly string[]): Promise<readonly string[]> {
  // oxlint-disable-next-line import/no-named-as-default-member -- Node finds only the default export of this CommonJS package
  const { gps } = exifr;
  const places = await Promise.all(photos.map(async (path) => await gps(path).catch(() => undefined)));
  return places.flatMap((place) =>
    place !== undefined && Number.isFinite(place.latitude) && Number.isFinite(place.longitude)
      ? [place.latitude.toFixed(3), place.longitude.toFixed(3)]
      : [],
  );
}

/** Names of entries that hold a marker or one of the words, with what was found; empty when nothing tells a place. */
export function placeTraces(entries: ReadonlyMap<string, Buffer>, words: readonly string[]): readonly string[] {
  return [...entries].flatMap(([name, bytes]) =>
    [...markers, ...words]
      .filter((trace) => bytes.includes(Buffer.from(trace, 'latin1')))
      .map((trace) => `${name}: ${trace}`),
  );
}
