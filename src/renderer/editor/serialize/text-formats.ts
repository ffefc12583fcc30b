import { IS_BOLD, IS_ITALIC, IS_SUBSCRIPT, IS_SUPERSCRIPT, IS_UNDERLINE } from 'lexical';
import type { TextFormat } from '#shared/document/schema.ts';
import { textFormats } from '#shared/document/schema.ts';

const bits: Readonly<Record<TextFormat, number>> = {
  bold: IS_BOLD,
  italic: IS_ITALIC,
  subscript: IS_SUBSCRIPT,
  superscript: IS_SUPERSCRIPT,
  underline: IS_UNDERLINE,
};

/** All formats of the house, as Lexical's bit mask. */
export const houseFormatMask = textFormats.reduce((mask, format) => mask | bits[format], 0);

export function formatBits(formats: readonly TextFormat[] | undefined): number {
  return (formats ?? []).reduce((mask, format) => mask | bits[format], 0);
}

/** The formats of the house in a mask, in the stored order. */
export function formatNames(mask: number): TextFormat[] {
  return textFormats.filter((format) => (mask & bits[format]) !== 0);
}
