import { z } from 'zod';

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

/** Choices of this machine; not part of any draft. */
export const settingsSchema = z.strictObject({
  language: languageSchema,
  theme: themeSchema,
  /** Address of the portal that receives packages, empty while none is set. Its token is a secret, kept apart. */
  portalUrl: z.string(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { language: 'zh-Hans', theme: 'system', portalUrl: '' };
