import { escapeHtml } from '#shared/document/render/escape.ts';
import { equationFieldWords, type DrawnWords as FieldWords } from '../equation-field.ts';
import { attribute, collapse, elementsOf, isElement, rawTextOf, type HtmlElement } from '../html-tree.ts';
import { parseHtml } from './html-parser.ts';
import type { HtmlComment } from './pictures.ts';

/** Words that Word gives its own kind in a comment, and everybody else as a picture of them. */
export interface DrawnWords {
  readonly kind: 'text-box' | 'equation';
  readonly body: HtmlElement;
  readonly picture: HtmlElement;
}

/** The words of a `[if gte vml 1]` or `[if gte msEquation 12]` comment that a picture stands for; undefined for others. */
export function drawnWords(comment: HtmlComment): DrawnWords | undefined {
  const markup = boxMarkup(comment.data) ?? equationMarkup(comment.data);
  const picture = markup === undefined ? undefined : standIn(comment);
  if (markup === undefined || !picture) return undefined;
  const kind = comment.data.startsWith('[if gte vml') ? 'text-box' : 'equation';
  if (kind === 'text-box' && textBoxWords(picture) === undefined) return undefined;
  const body = bodyOf(markup);
  return body && { kind, body, picture };
}

/** An EQ field as Word writes it into HTML; empty for other fields, which have a result. */
export function equationFieldComment(instruction: string): string {
  return isEquation.test(instruction) ? `<!--[if supportFields]>${escapeHtml(instruction)}<![endif]-->` : '';
}

/** Whether a comment may be an EQ field; those of lists of contents are many. */
export function isEquationField(comment: string): boolean {
  return comment.startsWith('[if supportFields]') && /\beq\b/iu.test(comment);
}

/** What Word draws of an EQ field: its instruction stands in a comment for Word alone, and nothing in its place for everybody else. */
export function fieldWords({ data }: HtmlComment): FieldWords | undefined {
  const body = bodyOf(data.slice(data.indexOf('>') + 1).replace(/<!\[endif\]$/u, ''));
  const instruction = body ? rawTextOf(body) : '';
  return isEquation.test(instruction) ? equationFieldWords(instruction) : undefined;
}

const isEquation = /^\s*eq\b/iu;

function bodyOf(markup: string): HtmlElement | undefined {
  return [...elementsOf(parseHtml(markup))].find(({ tagName }) => tagName === 'body');
}

function boxMarkup(comment: string): string | undefined {
  if (!comment.startsWith('[if gte vml')) return undefined;
  return /<v:textbox\b[^>]*>([^]*)<\/v:textbox>/iu.exec(comment)?.[1];
}

/** What stands higher or lower keeps its place; all else is words and signs in one line. */
function equationMarkup(comment: string): string | undefined {
  if (!comment.startsWith('[if gte msEquation') || !comment.includes('<m:oMath')) return undefined;
  const inside = comment.slice(comment.indexOf('>') + 1).replace(/<!\[endif\]$/u, '');
  return inside.replace(/<(\/?)m:(sup|sub)>/gu, '<$1$2>');
}

const boxName = /^(?:文本框|文字方塊|Text ?Box)[^:：]{0,20}[:：]\s*/iu;

/** What a picture of a text box says, line by line, by the words that Word gives it for blind people. */
export function textBoxWords(picture: HtmlElement): readonly string[] | undefined {
  const alt = attribute(picture, 'alt');
  if (attribute(picture, 'v:shapes') === '' || !boxName.test(alt)) return undefined;
  const lines = alt.replace(boxName, '').split(/\r?\n/u);
  return lines.map((line) => collapse(line).trim()).filter((line) => line !== '');
}

/** The picture in the `[if !…]` part right behind a comment. */
function standIn(comment: HtmlComment): HtmlElement | undefined {
  const siblings = comment.parentNode?.childNodes ?? [];
  for (const node of siblings.slice(siblings.indexOf(comment) + 1)) {
    if (isElement(node)) return [node, ...elementsOf(node)].find(({ tagName }) => tagName === 'img');
    if (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '') return undefined;
    if ('data' in node && /endif/u.test(node.data)) return undefined;
  }
  return undefined;
}
