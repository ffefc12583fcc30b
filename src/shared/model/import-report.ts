import { z } from 'zod';

/** What importing a page changed, counted by kind, with samples to show. Words live under `import.change.<kind>`. */
export const importChangeSchema = z.strictObject({
  kind: z.enum([
    'pinyin-residue',
    'traditional',
    'punctuation',
    'page-chrome',
    'caption',
    'boilerplate',
    'metadata',
    'to-confirm',
    'headline',
    'dropped-markup',
  ]),
  count: z.int().min(1),
  samples: z.array(z.strictObject({ before: z.string(), after: z.string() })).max(20),
});
export type ImportChange = z.infer<typeof importChangeSchema>;

export const importReportSchema = z.strictObject({
  fileName: z.string(),
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le']),
  changes: z.array(importChangeSchema),
  /** Lines of the page's own chrome that were set apart, as they read after cleaning. */
  setApart: z.array(z.string()),
});
export type ImportReport = z.infer<typeof importReportSchema>;
