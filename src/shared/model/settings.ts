import { z } from 'zod';

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

/** What happens to a half-width sign typed right after Chinese: offered as full-width, changed at once, or left alone. */
export const typedPunctuationSchema = z.enum(['offer', 'automatic', 'off']);
export type TypedPunctuation = z.infer<typeof typedPunctuationSchema>;

/** Limits of the sheet's zoom, per cent. */
export const leastZoom = 50;
export const mostZoom = 300;

export const mostIgnoredHints = 1000;

/** Machines of one bureau that build packages. */
export const mostMachine = 99;

/** Kilobytes a second; beyond it a limit is none. */
export const mostUploadLimit = 1_000_000;

/** Choices of this machine; not part of any draft. */
export const settingsSchema = z.strictObject({
  language: languageSchema,
  theme: themeSchema,
  typedPunctuation: typedPunctuationSchema,
  /** Zoom of the sheet in per cent. */
  sheetZoom: z.int().min(leastZoom).max(mostZoom),
  /** Hints that a person does not want to hear of again, by `noteId`; the oldest go first. */
  ignoredHints: z.array(z.string().max(200)).max(mostIgnoredHints),
  /** What uploads may take of the line, in kilobytes a second; 0 is no limit. */
  uploadLimit: z.int().min(0).max(mostUploadLimit),
  /** Sets the numbers of this machine's packages apart from those of others; 0 where there is one machine. */
  machine: z.int().min(0).max(mostMachine),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  language: 'zh-Hans',
  theme: 'system',
  typedPunctuation: 'offer',
  sheetZoom: 100,
  ignoredHints: [],
  uploadLimit: 0,
  machine: 0,
};
