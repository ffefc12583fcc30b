import { attribute, isElement, textOf, type HtmlElement } from '../html-tree.ts';
import type { Declarations, StyleSheet } from './style.ts';

const contentsClass = /(^|\s)(x_)*MsoToc(\d|Heading)/u;
const contentsStyle = /^["']?(toc|目录|目錄)\s*\d/u;

/**
 * A line of Word's or WPS's list of contents, which repeats the headings with numbers of pages that a web page does not
 * have; also the word 目录 right above it.
 */
export function isContentsLine(element: HtmlElement, style: Declarations, sheet: StyleSheet): boolean {
  if (element.tagName !== 'p' && !/^h[1-6]$/u.test(element.tagName)) return false;
  if (hasContentsStyle(element, style)) return true;
  if (!/^目\s*[录錄]$/u.test(textOf(element))) return false;
  const next = elementAfter(element);
  return next !== undefined && hasContentsStyle(next, sheet.of(next));
}

function hasContentsStyle(element: HtmlElement, style: Declarations): boolean {
  return contentsClass.test(attribute(element, 'class')) || contentsStyle.test(style.get('mso-style-name') ?? '');
}

function elementAfter(element: HtmlElement): HtmlElement | undefined {
  const siblings = element.parentNode?.childNodes.filter(isElement) ?? [];
  return siblings[siblings.indexOf(element) + 1];
}
