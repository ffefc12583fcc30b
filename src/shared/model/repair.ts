import { z } from 'zod';

/**
 * Repairs of text that came in damaged, in the order in which they are found: pinyin left behind by a converter
 * (`設(shè)`), Traditional characters, half-width punctuation between Han, blanks at a stop
 * between them, an e-mail address that a filter took away.
 * Words live under `importing.repair.<kind>`.
 */
export const repairKinds = ['pinyin-residue', 'traditional', 'punctuation', 'blank', 'lost-email'] as const;
export const repairKindSchema = z.enum(repairKinds);
export type RepairKind = z.infer<typeof repairKindSchema>;

/** Metadata that is text written by people. */
export const repairedFields = ['headline', 'subheadline', 'contentSource', 'abstract', 'authors', 'keywords'] as const;

/** One stretch of text of a draft; blocks, runs (`runsOf`) and pictures (`picturesOf`) by their place. */
export const repairTargetSchema = z.discriminatedUnion('kind', [
  /** `index` counts the entries of authors and keywords, and is 0 elsewhere. */
  z.strictObject({ kind: z.literal('metadata'), field: z.enum(repairedFields), index: z.int().min(0) }),
  z.strictObject({ kind: z.literal('run'), block: z.int().min(0), run: z.int().min(0) }),
  z.strictObject({ kind: z.literal('alt'), block: z.int().min(0), picture: z.int().min(0) }),
  z.strictObject({ kind: z.literal('credit'), block: z.int().min(0) }),
]);
export type RepairTarget = z.infer<typeof repairTargetSchema>;

/** All repairs of one kind in one stretch of text: the smallest thing that a person takes or leaves. */
export const repairPlaceSchema = z.strictObject({
  kind: repairKindSchema,
  target: repairTargetSchema,
  /** The stretch as it stands (`inlineText`); repairs are made only while it still reads so. */
  text: z.string(),
  /** In order, without overlap; of a lost address `text` is what its 【待核】 says. */
  edits: z.array(z.strictObject({ start: z.int().min(0), end: z.int().min(0), text: z.string() })).min(1),
});
export type RepairPlace = z.infer<typeof repairPlaceSchema>;

/** How many repairs of one kind there are. */
export const repairCountSchema = z.strictObject({ kind: repairKindSchema, count: z.int().min(1) });
export type RepairCount = z.infer<typeof repairCountSchema>;

export function countRepairs(places: readonly RepairPlace[]): RepairCount[] {
  return repairKinds.flatMap((kind) => {
    const count = places.reduce((sum, place) => sum + (place.kind === kind ? place.edits.length : 0), 0);
    return count > 0 ? [{ kind, count }] : [];
  });
}
