import { blocks as blocksEn } from './en/blocks.ts';
import { editor as en } from './en/editor.ts';
import { figures as figuresEn } from './en/figures.ts';
import { tables as tablesEn } from './en/tables.ts';
import { writing as writingEn } from './en/writing.ts';
import { blocks as blocksHans } from './zh-Hans/blocks.ts';
import { editor as zhHans } from './zh-Hans/editor.ts';
import { figures as figuresHans } from './zh-Hans/figures.ts';
import { tables as tablesHans } from './zh-Hans/tables.ts';
import { writing as writingHans } from './zh-Hans/writing.ts';
import { blocks as blocksHant } from './zh-Hant/blocks.ts';
import { editor as zhHant } from './zh-Hant/editor.ts';
import { figures as figuresHant } from './zh-Hant/figures.ts';
import { tables as tablesHant } from './zh-Hant/tables.ts';
import { pasting as pastingEn } from './en/paste.ts';
import { pasting as pastingHans } from './zh-Hans/paste.ts';
import { pasting as pastingHant } from './zh-Hant/paste.ts';
import { writing as writingHant } from './zh-Hant/writing.ts';

/**
 * Words of the sheet and its toolbar, by language; a subject of its own has a file of its own in each language's folder
 * and is spread in here. `{{name}}` is filled in by the caller.
 */
const simplified = { ...zhHans, ...figuresHans, ...tablesHans, ...writingHans, ...pastingHans, ...blocksHans };

export type EditorWords = Readonly<Record<keyof typeof simplified, string>>;

export const editorWords = {
  'zh-Hans': simplified,
  'zh-Hant': { ...zhHant, ...figuresHant, ...tablesHant, ...writingHant, ...pastingHant, ...blocksHant },
  en: { ...en, ...figuresEn, ...tablesEn, ...writingEn, ...pastingEn, ...blocksEn },
} as const satisfies Readonly<Record<string, EditorWords>>;
