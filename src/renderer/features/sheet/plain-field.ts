import { legibleText } from '#shared/document/render/escape.ts';
import { withoutUnseen } from '#shared/texts/unseen-signs.ts';

/**
 * A line of words in a `contenteditable="plaintext-only"` element: its one child is the text, so that finds can be marked
 * in it; what it takes in has no line ends.
 */
export function wordsOf(field: HTMLElement): string {
  return oneLine(field.textContent);
}

/** Line ends become spaces; those at the edges go. */
export function oneLine(text: string): string {
  return text.replace(/^[\r\n]+|[\r\n]+$/g, '').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Stands where an object stood among the words. */
const objectSign = '\ufffc';
const blanks = /[ \t\u00a0\u2002-\u200a\u202f]+/gu;

/** Words of another program as one clean line, without the mark that makes a headline in Markdown. */
export function pastedLine(text: string): string {
  const line = legibleText(oneLine(text.replace(/[\v\f\u0085\u2028\u2029]/gu, '\n')));
  return withoutUnseen(line)
    .replaceAll(objectSign, '')
    .replaceAll('\u2011', '-')
    .replace(blanks, ' ')
    .trim()
    .replace(/^#{1,6} +(?=\S)/u, '');
}

/** Shows other words. The caret, when it is in the field, goes to the end of what is different. */
export function showWords(field: HTMLElement, words: string): void {
  const before = field.textContent;
  if (before === words && field.childNodes.length <= 1 && !field.querySelector('br')) return;
  const hasFocus = field.ownerDocument.activeElement === field;
  field.replaceChildren(...(words === '' ? [] : [words]));
  if (hasFocus) putCaret(field, changedEnd(before, words));
}

/** Where the words that differ from those before end. */
export function changedEnd(before: string, words: string): number {
  const shorter = Math.min(before.length, words.length);
  let start = 0;
  while (start < shorter && before[start] === words[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === words[words.length - 1 - same]) same += 1;
  return words.length - same;
}

export function putCaret(field: HTMLElement, offset: number): void {
  const text = field.firstChild;
  const selection = field.ownerDocument.getSelection();
  if (text instanceof Text) selection?.collapse(text, Math.min(offset, text.length));
  else selection?.collapse(field, 0);
}

/** Puts words in the place of what is selected in the field; the caret goes behind them. */
export function insertWords(field: HTMLElement, words: string, at: Range | StaticRange | undefined): void {
  const around = wordsAround(field, at);
  if (around === null) return;
  const [before, after] = around;
  field.replaceChildren(before + words + after);
  putCaret(field, before.length + words.length);
}

/** The words of the field before and after a place in it, or what is selected in it; null where that is elsewhere. */
export function wordsAround(
  field: HTMLElement,
  at: Range | StaticRange | undefined,
): readonly [before: string, after: string] | null {
  const selection = field.ownerDocument.getSelection();
  const place = at ?? (selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined);
  if (!place || !field.contains(place.startContainer) || !field.contains(place.endContainer)) return null;
  const range = field.ownerDocument.createRange();
  range.selectNodeContents(field);
  range.setEnd(place.startContainer, place.startOffset);
  const before = range.toString();
  range.selectNodeContents(field);
  range.setStart(place.endContainer, place.endOffset);
  return [before, range.toString()];
}

/** Whether the caret is on the last line of the field as it is laid out. */
export function isOnLastLine(field: HTMLElement): boolean {
  const selection = field.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0 || field.textContent === '') return true;
  const caret = selection.getRangeAt(0).getBoundingClientRect();
  return caret.height === 0 || field.getBoundingClientRect().bottom - caret.bottom < caret.height / 2;
}

/** A span of the field's words in the page; null where they are not as long. */
export function rangeIn(field: HTMLElement, start: number, end: number): Range | null {
  const text = field.firstChild;
  if (!(text instanceof Text) || end > text.length) return null;
  const range = field.ownerDocument.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}
