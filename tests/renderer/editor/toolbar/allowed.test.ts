import { shallow } from 'zustand/shallow';
import { expect, test } from 'vitest';
import type { SelectionState } from '#renderer/editor/document-editor-props.ts';
import { allowedFor, seenFromElsewhere, toolbarSelection } from '#renderer/editor/toolbar/allowed.ts';

const inWords: SelectionState = {
  block: 'paragraph',
  place: 'words',
  formats: { bold: true, italic: false, subscript: false, superscript: false, underline: false },
  link: null,
  canUndo: true,
  canRedo: false,
  figureBlock: null,
  blockKey: '7',
  words: '电梯',
};

test('a toolbar is not drawn anew for another block or other words', () => {
  const elsewhere = { ...inWords, blockKey: '8', words: '' };
  expect(shallow(toolbarSelection(inWords), toolbarSelection(elsewhere))).toBe(true);
  expect(shallow(toolbarSelection(inWords), toolbarSelection({ ...inWords, canUndo: false }))).toBe(false);
});

test('seen from the headline the same selection is the same, and allows no act on words', () => {
  const seen = seenFromElsewhere(inWords);
  expect(shallow(seen, seenFromElsewhere(inWords))).toBe(true);
  expect(allowedFor(seen)).toEqual({ words: false, blocks: false });
  expect(seen.canUndo).toBe(true);
});
