import { draftSession } from '#renderer/session/draft-session.ts';
import { fieldEvent } from '#renderer/session/draft-session.ts';
import type { FindField, FindMatch } from '#shared/document/find/match-list.ts';
import type { FindOrigin } from './find-state.ts';

/** The draft's sheet, with the headline above the text. */
function sheet(): Element | null {
  return document.querySelector('.sheet');
}

/** Where the fields above the text stand on the sheet. */
export function fieldElement(field: FindField): HTMLElement | null {
  return sheet()?.querySelector<HTMLElement>(field === 'headline' ? '.headline' : '.subheadline') ?? null;
}

/** The words that are selected on the sheet, when they are of one line; an input field's own selection counts too. */
export function selectedWords(): string {
  const focused = document.activeElement;
  if (!focused || !sheet()?.contains(focused)) return '';
  const words =
    focused instanceof HTMLInputElement
      ? focused.value.slice(focused.selectionStart ?? 0, focused.selectionEnd ?? 0)
      : String(getSelection() ?? '');
  return words.includes('\n') ? '' : words;
}

/** The start of what is selected on the sheet, or its end: a search goes on from there. */
export function originAtCaret(edge: 'start' | 'end'): FindOrigin {
  const top: FindOrigin = { place: { kind: 'metadata', field: 'headline' }, offset: 0 };
  const place = draftSession().handle?.selectedPlace() ?? null;
  if (place === null || fieldElement('headline')?.contains(document.activeElement)) return top;
  if (place.kind === 'units') return { place: { kind: 'block', block: place.blocks[0] ?? 0 }, offset: 0 };
  const points = [place.anchor, place.focus].sort((a, b) => a.block - b.block || a.offset - b.offset);
  const point = edge === 'start' ? points[0] : points[1];
  return point ? { place: { kind: 'block', block: point.block }, offset: point.offset } : top;
}

/** Whether the person is typing on the sheet, and not in the find bar. */
export function isOnSheet(): boolean {
  return sheet()?.contains(document.activeElement) ?? false;
}

/** Brings a match into sight without taking the focus. */
export function scrollToMatch(match: FindMatch): void {
  if (match.place.kind === 'metadata') fieldElement(match.place.field)?.scrollIntoView({ block: 'center' });
  else draftSession().handle?.scrollToMatch(match);
}

/** Puts the selection on a match and the focus into it. */
export function enterMatch(match: FindMatch): void {
  const { place, start, end } = match;
  if (place.kind !== 'metadata') {
    draftSession().handle?.enterMatch(match);
    return;
  }
  const element = fieldElement(place.field);
  if (place.field !== 'headline' || !element) {
    // The subheadline is written at the side.
    document.dispatchEvent(new CustomEvent(fieldEvent, { detail: place.field }));
    return;
  }
  element.focus();
  const range = rangeIn(element, start, end);
  getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** A span of an element's words, however many texts they lie in. */
export function rangeIn(element: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
    const from = at;
    at += node.length;
    if (from <= start && start < at) range.setStart(node, start - from);
    if (from < end && end <= at) range.setEnd(node, end - from);
  }
  return range;
}
