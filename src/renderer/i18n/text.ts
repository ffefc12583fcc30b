import { createInstance, type i18n } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { ErrorCode, ErrorParams } from '#shared/errors.ts';
import type { Language } from '#shared/model/settings.ts';
import { en } from './en.ts';
import type { TextKey } from './words.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

/** Answers the words of a key in the language of the window, with `{{name}}` filled from `params`. */
export type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

export const texts: i18n = createInstance();

/** Must run before the first component; switching later goes through `setLanguage`. */
export async function startTexts(language: Language): Promise<void> {
  await texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-Hans',
    resources: {
      'zh-Hans': { translation: zhHans },
      'zh-Hant': { translation: zhHant },
      en: { translation: en },
    },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
}

export async function setLanguage(language: Language): Promise<void> {
  if (texts.language === language) return;
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
}

/** For code outside components; components use `useText`, which follows a change of language. */
export const translate: Translate = (key, params) => texts.t(key, { ...params });

export function useText(): Translate {
  const { t } = useTranslation(undefined, { i18n: texts });
  // A new function for each language, so that what depends on it is drawn again.
  return useCallback((key, params) => t(key, { ...params }), [t]);
}

/** The words of a refusal, with the file it speaks of where that is known. */
export function errorText(text: Translate, error: { readonly code: ErrorCode; readonly params: ErrorParams }): string {
  const about = error.params['path'] ?? error.params['entry'] ?? error.params['name'] ?? reasonOfRefusal(text, error);
  const words = text(`errors.${error.code}`, error.params);
  return about === undefined || words.includes(String(about)) ? words : text('common.about', { words, about });
}

/** Why a portal refused: its codes are ours, so that most have words. */
function reasonOfRefusal(text: Translate, { code, params }: Parameters<typeof errorText>[1]): string | undefined {
  if (code !== 'portal-refused') return undefined;
  const reason = String(params['reason'] ?? '');
  return isTextKey(`errors.${reason}`) ? text(`errors.${reason}` as TextKey) : reason;
}

/** Whether a key that was put together at run time has words. */
export function isTextKey(key: string): key is TextKey {
  return texts.exists(key);
}
