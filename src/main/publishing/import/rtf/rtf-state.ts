import type { RtfFlow } from './rtf-flow.ts';
import { plainParagraph, type RtfCharacters, type RtfParagraph } from './rtf-looks.ts';

/** What is gathered for something else than the text: an instruction, a list's number, a text box. */
export interface Aside {
  readonly kind: 'instruction' | 'marker' | 'box' | 'note' | 'style' | 'font';
  words: string;
  /** Of boxes and notes, which are texts of their own: in place of the words. */
  readonly flow?: RtfFlow;
}

/** A field: what is asked for, and what stands there. */
export interface Field {
  readonly instruction: Aside;
}

/** What holds in a group; the groups inside begin with it (RTF 1.9.1, "Groups"). */
export interface RtfState {
  readonly isSkipped: boolean;
  /** Properties of shapes, whose words are none of the text but whose pictures are. */
  readonly isQuiet: boolean;
  readonly aside: Aside | undefined;
  readonly field: Field | undefined;
  /** Where the results of a link lead. */
  readonly url: string | undefined;
  readonly isContents: boolean;
  /** How many characters stand in for a `\u`. */
  readonly standIn: number;
  readonly font: number;
  readonly characters: RtfCharacters;
  readonly paragraph: RtfParagraph;
}

export const firstState: RtfState = {
  isSkipped: false,
  isQuiet: false,
  aside: undefined,
  field: undefined,
  url: undefined,
  isContents: false,
  standIn: 1,
  font: 0,
  characters: {},
  paragraph: plainParagraph,
};
