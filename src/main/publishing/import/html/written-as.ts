import { attribute, type HtmlElement } from '../html-tree.ts';

/**
 * What a paragraph is by the style that our own documents give it: text, the subheadline, a line of a boilerplate, a line of the list of
 * attachments, the caption of a picture that is still to come. Of such a paragraph nothing is guessed by its look.
 */
export const writtenAs = ['text', 'subheadline', 'boilerplate', 'attachments', 'waiting'] as const;
export type WrittenAs = (typeof writtenAs)[number];

const prefix = 'gaoqian-';

/** The class by which the reader of Word documents hands it on. */
export function classWritten(as: WrittenAs): string {
  return prefix + as;
}

export function writtenAsOf(element: HtmlElement): WrittenAs | undefined {
  const name = attribute(element, 'class');
  return name.startsWith(prefix) ? writtenAs.find((as) => name === classWritten(as)) : undefined;
}
