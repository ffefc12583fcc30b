import { z } from 'zod';

/** The gravest first: errors block the package, warnings need a reason, hints do not. */
export const severitySchema = z.enum(['error', 'warning', 'hint']);
export type Severity = z.infer<typeof severitySchema>;

/**
 * Where a finding points: a field of the metadata, a block and a span of its text (UTF-16 offsets in `blockText`), or
 * what people have still to do about the draft.
 */
export const findingPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('metadata'), field: z.string() }),
  z.strictObject({
    kind: z.literal('block'),
    block: z.int().min(0),
    start: z.int().min(0).optional(),
    end: z.int().min(0).optional(),
  }),
  z.strictObject({ kind: z.literal('draft'), area: z.enum(['reviews', 'comments']) }),
]);
export type FindingPlace = z.infer<typeof findingPlaceSchema>;

/** The part of a finding's id that tells where it is. */
export function placeKey(place: FindingPlace): string {
  switch (place.kind) {
    case 'metadata':
      return place.field;
    case 'block':
      return `${place.block}:${place.start ?? ''}`;
    case 'draft':
      return place.area;
  }
}

/** A mend that the person may accept. */
export const fixSchema = z.discriminatedUnion('kind', [
  /** Put `text` in the place of the span. */
  z.strictObject({ kind: z.literal('replace'), text: z.string() }),
  /** Use the figure's caption as its alternative text. */
  z.strictObject({ kind: z.literal('alt-from-caption') }),
]);
export type Fix = z.infer<typeof fixSchema>;

/** One remark of a check. Its words live in the renderer under `checks.<rule>`, filled with `params`. */
export const findingSchema = z.strictObject({
  /** Stable within a document: rule, place and what was found. */
  id: z.string(),
  rule: z.string(),
  severity: severitySchema,
  place: findingPlaceSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fix: fixSchema.optional(),
});
export type Finding = z.infer<typeof findingSchema>;
