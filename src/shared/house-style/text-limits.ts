import { countCharacters } from '../document/statistics.ts';
import type { BureauProfile } from '../model/bureau-profile.ts';
import type { DraftMetadata } from '../model/draft.ts';

/** Fields of the metadata whose length the profile limits. */
export const limitedFields = ['headline', 'listTitle', 'abstract'] as const satisfies readonly (keyof DraftMetadata)[];
export type LimitedField = (typeof limitedFields)[number];

/** How long a field is and may be, in characters as Word counts them for Chinese. */
export interface TextLength {
  readonly count: number;
  readonly limit: number;
  /** By how many characters it is too long; 0 where it keeps to the limit. */
  readonly over: number;
}

/** The one measure of a field: what its counter shows and the check of its length judges by. */
export function textLengthOf(
  field: LimitedField,
  metadata: DraftMetadata,
  { limits }: Pick<BureauProfile, 'limits'>,
): TextLength {
  const count = countCharacters(metadata[field] ?? '');
  const limit = limits[field];
  return { count, limit, over: Math.max(count - limit, 0) };
}
