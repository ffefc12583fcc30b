import { escapeHtml } from '#shared/document/render/escape.ts';
import { drawnSigns, signFontOf } from '../sign-fonts.ts';
import { unescapeXml } from './docx-notes.ts';

/** The text of a run in a font of signs as the signs that Word draws. */
export function signsOf(text: string, font: string): string {
  return text.replace(/>([^<>]+)</gu, (_all, words: string) => `>${escapeHtml(drawnSigns(unescapeXml(words), font))}<`);
}

/** A sign of its own (17.3.3.30) as text; undefined for one that nobody knows. */
export function plainSign(attributes: string): string | undefined {
  const code = Number.parseInt(/w:char="([0-9A-Fa-f]{1,4})"/u.exec(attributes)?.[1] ?? '', 16);
  if (Number.isNaN(code) || code < 0x20) return undefined;
  const letter = String.fromCharCode(code);
  const font = signFontOf(/w:font="([^"]*)"/u.exec(attributes)?.[1] ?? '');
  const sign = font === undefined ? letter : drawnSigns(letter, font);
  // Of a font that is not known only the signs that are everybody's.
  return sign >= '\ud800' && sign <= '\uf8ff' && sign.length === 1 ? undefined : `<w:t>${escapeHtml(sign)}</w:t>`;
}
