import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorWords } from '#renderer/i18n/editor.ts';
import { editorWords } from '#renderer/i18n/editor.ts';

export type EditorText = (key: keyof EditorWords, params?: Readonly<Record<string, string | number>>) => string;

/** The sheet's words in the language of the window; follows a change of it. */
export function useEditorText(): EditorText {
  const { i18n } = useTranslation();
  const language = i18n?.language;
  return useCallback(
    (key, params) => {
      const words = editorWords[language === 'en' || language === 'zh-Hant' ? language : 'zh-Hans'];
      return words[key].replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params?.[name] ?? ''));
    },
    [language],
  );
}
