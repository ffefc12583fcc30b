import { RtfFlow } from './rtf-flow.ts';
import { plainParagraph } from './rtf-looks.ts';
import { asideGroups } from './rtf-pictures.ts';
import type { Aside, RtfState } from './rtf-state.ts';
import { fieldAddress, isContentsField } from './rtf-styles.ts';

/** Groups that hold no text though readers know them. */
const silentGroups = new Set(
  (
    'colortbl info upr xe tc nonesttables pntxta pntxtb revtbl filetbl fontemb ' +
    'header headerl headerr headerf footer footerl footerr footerf'
  ).split(' '),
);
/** Of those with a `\*`, which readers skip unless they know them. */
const knownStarred = new Set(['shppict', 'shpinst', 'fldinst', 'nesttableprops', 'do']);
/** Shapes: their properties are no text. */
const quietGroups = new Set(['shp', 'shpgrp', 'shpinst', 'sp', 'sn', 'sv', 'do']);
const asideKinds: Readonly<Record<string, Aside['kind']>> = {
  listtext: 'marker',
  pntext: 'marker',
  shptxt: 'box',
  dptxbxtext: 'box',
  footnote: 'note',
};

/**
 * What holds in a group once a word has said what it is; undefined for a word that says nothing of that.
 * @param around what holds outside of the group around this one
 */
export function stateOfGroup(
  state: RtfState,
  word: string,
  isStarred: boolean,
  around: RtfState | undefined,
): RtfState | undefined {
  // The part of `\upr` that is written in Unicode; the other one is for older readers.
  if (word === 'ud') return { ...state, isSkipped: around?.isSkipped ?? false };
  if (state.isSkipped) return undefined;
  if (asideGroups.has(word) || silentGroups.has(word) || (isStarred && !knownStarred.has(word)))
    return { ...state, isSkipped: true };
  if (word === 'field') return { ...state, field: { instruction: { kind: 'instruction', words: '' } } };
  if (word === 'fldinst') return { ...state, aside: state.field?.instruction ?? state.aside };
  if (word === 'fldrslt') {
    const asked = state.field?.instruction.words ?? '';
    const isContents = state.isContents || isContentsField(asked);
    return { ...state, url: fieldAddress(asked) ?? state.url, isContents };
  }
  const kind = asideKinds[word];
  if (kind === 'box' || kind === 'note') {
    const plain = { characters: {}, paragraph: plainParagraph, url: undefined };
    return { ...state, ...plain, isQuiet: false, aside: { kind, words: '', flow: new RtfFlow() } };
  }
  if (kind) return { ...state, isQuiet: false, aside: { kind, words: '' } };
  return quietGroups.has(word) ? { ...state, isQuiet: true } : undefined;
}
