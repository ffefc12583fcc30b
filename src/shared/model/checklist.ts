import { z } from 'zod';
import { findingSchema } from './finding.ts';
import { waiverSchema } from './waiver.ts';

/** Where findings come from; the words for people are under `checklist.source.<source>`. */
export const checklistSourceNames = [
  'text',
  'leaders',
  'boilerplates',
  'links',
  'attachments',
  'reviews',
  'publication',
  'channels',
] as const;

export const checklistItemSchema = z.strictObject({
  source: z.enum(checklistSourceNames),
  finding: findingSchema,
  /** Set for a warning that somebody let stand. */
  waiver: waiverSchema.nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** What inspectors count on one page; the words for people are under `checklist.inspection.<line>`. */
export const inspectionLines = [
  'wording',
  'privacy',
  'unconfirmed',
  'tags',
  'values',
  'links',
  'alt',
  'typos',
] as const;

export const inspectionSchema = z.strictObject({
  /** 0 to 100. */
  score: z.int().min(0).max(100),
  /** A veto, or fewer than 60 points. */
  passed: z.boolean(),
  lines: z.array(
    z.strictObject({
      line: z.enum(inspectionLines),
      /** Whether one of these alone fails a site. */
      veto: z.boolean(),
      count: z.int().min(0),
      /** Points that it costs. */
      points: z.int().min(0),
    }),
  ),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** Everything that stands between a draft and its package. */
export const checklistSchema = z.strictObject({ items: z.array(checklistItemSchema), inspection: inspectionSchema });
export type Checklist = z.infer<typeof checklistSchema>;

/** How many items still stop a package: errors, and warnings without a reason. */
export function openItems(items: readonly ChecklistItem[]): { readonly errors: number; readonly warnings: number } {
  const count = (severity: string) =>
    items.filter((item) => item.finding.severity === severity && item.waiver === null).length;
  return { errors: count('error'), warnings: count('warning') };
}
