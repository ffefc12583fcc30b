import type { RtfStyle } from './rtf-styles.ts';

export interface RtfCharacters {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly lift?: 'sup' | 'sub' | undefined;
  readonly isHidden?: boolean;
  /** Struck out by a reviewer. */
  readonly isDeleted?: boolean;
}

export interface RtfParagraph {
  readonly style: number;
  readonly outline?: RtfStyle['outline'];
  readonly align?: 'center' | 'right' | undefined;
  /** Number of its list, 0 for none. */
  readonly list: number;
  readonly level: number;
  /** In how many tables it stands. */
  readonly depth: number;
}

export const plainParagraph: RtfParagraph = { style: 0, list: 0, level: 0, depth: 0 };

const aligns: Readonly<Record<string, RtfParagraph['align']>> = {
  qc: 'center',
  qr: 'right',
  ql: undefined,
  qj: undefined,
};

/** The paragraph that holds after a word; the same one when the word says nothing of it. */
export function changedParagraph(paragraph: RtfParagraph, word: string, value: number | undefined): RtfParagraph {
  if (word in aligns) return { ...paragraph, align: aligns[word] };
  switch (word) {
    case 'pard':
      return plainParagraph;
    case 's':
      return { ...paragraph, style: value ?? 0 };
    case 'outlinelevel':
      return (value ?? 9) < 9 ? { ...paragraph, outline: (value ?? 0) + 1 } : paragraph;
    case 'ls':
      return { ...paragraph, list: value ?? 0 };
    case 'ilvl':
      return { ...paragraph, level: value ?? 0 };
    case 'intbl':
      return { ...paragraph, depth: Math.max(1, paragraph.depth) };
    case 'itap':
      return { ...paragraph, depth: value ?? 0 };
    default:
      return paragraph;
  }
}

/** The characters that hold after a word; the same ones when the word says nothing of them. */
export function changedCharacters(characters: RtfCharacters, word: string, value: number | undefined): RtfCharacters {
  const isOn = value !== 0;
  switch (word) {
    case 'plain':
      return {};
    case 'b':
      return { ...characters, bold: isOn };
    case 'i':
      return { ...characters, italic: isOn };
    case 'ulnone':
      return { ...characters, underline: false };
    case 'strike':
    case 'striked':
      return { ...characters, strike: isOn };
    case 'super':
      return { ...characters, lift: isOn ? 'sup' : undefined };
    case 'sub':
      return { ...characters, lift: isOn ? 'sub' : undefined };
    case 'nosupersub':
      return { ...characters, lift: undefined };
    case 'v':
    case 'webhidden':
      return { ...characters, isHidden: isOn };
    case 'deleted':
      return { ...characters, isDeleted: isOn };
    default:
      return /^ul(?:w|d|db|dash|dashd|dashdd|th|wave|hwave|ldash)?$/u.test(word)
        ? { ...characters, underline: isOn }
        : characters;
  }
}
