/** What is known of a picture's size, in CSS pixels. */
interface Sized {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** How far shapes may differ: programs round to whole pixels and twips. */
const tolerance = 0.06;
/** A table of more places than this is not filled: the order alone decides then. */
const mostPlaces = 40_000;

/**
 * Which picture of one part of a clipboard is which place of another; both keep their order. With as many on both sides
 * it is by order alone, else by the longest row of pairs whose sizes agree. Answers the picture's index for each place.
 */
export function matchPictures(places: readonly Sized[], pictures: readonly Sized[]): readonly (number | undefined)[] {
  if (places.length === pictures.length) return places.map((_place, index) => index);
  if (places.length * pictures.length > mostPlaces) return places.map(() => undefined);
  const best: number[][] = Array.from({ length: places.length + 1 }, () =>
    Array.from({ length: pictures.length + 1 }, () => 0),
  );
  for (let place = places.length - 1; place >= 0; place -= 1) {
    for (let picture = pictures.length - 1; picture >= 0; picture -= 1) {
      const score = likeness(places[place], pictures[picture]);
      const paired = score > 0 ? score + at(best, place + 1, picture + 1) : 0;
      const row = best[place];
      if (row) row[picture] = Math.max(paired, at(best, place + 1, picture), at(best, place, picture + 1));
    }
  }
  const matched: (number | undefined)[] = [];
  let picture = 0;
  for (let place = 0; place < places.length; place += 1) {
    while (picture < pictures.length && at(best, place, picture) === at(best, place, picture + 1)) picture += 1;
    const isPaired = picture < pictures.length && at(best, place, picture) > at(best, place + 1, picture);
    matched.push(isPaired ? picture : undefined);
    if (isPaired) picture += 1;
  }
  return matched;
}

function at(table: readonly (readonly number[])[], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}

/** 3 for the same size, 2 for the same shape, 1 where nobody knows, 0 for different pictures. */
function likeness(place: Sized | undefined, picture: Sized | undefined): number {
  if (!place?.width || !place.height || !picture?.width || !picture.height) return 1;
  const shape = place.width / place.height / (picture.width / picture.height);
  if (Math.abs(Math.log(shape)) > tolerance) return 0;
  return Math.abs(Math.log(place.width / picture.width)) <= tolerance ? 3 : 2;
}
