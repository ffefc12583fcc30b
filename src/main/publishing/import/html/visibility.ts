import { attribute, type HtmlElement } from '../html-tree.ts';
import { points, type Declarations } from './style.ts';

/** WeChat hides its articles until a script has run: in a saved page they still are. */
const articleIds = /^(js_content|img-content|page-content)$/u;

/** Whether nobody saw this element where it came from. */
export function isHidden(element: HtmlElement, style: Declarations): boolean {
  if (element.attrs.some(({ name }) => name === 'hidden')) return true;
  if (style.size === 0) return false;
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return true;
  const isFaded =
    /^(hidden|collapse)$/u.test(style.get('visibility') ?? '') || /^0(\.0+)?$/u.test(style.get('opacity') ?? '');
  if (isFaded && !articleIds.test(attribute(element, 'id'))) return true;
  return isFolded(style) || isFarOut(style);
}

/** The preview line of e-mails: a box of no height. */
function isFolded(style: Declarations): boolean {
  if (!/^(hidden|clip)/u.test(style.get('overflow') ?? '')) return false;
  return ['height', 'max-height', 'width', 'max-width'].some((side) => points(style.get(side)) === 0);
}

/** Words for screen readers, or for search engines. */
function isFarOut(style: Declarations): boolean {
  if ((points(style.get('text-indent')) ?? 0) < -700) return true;
  if (!/^(absolute|fixed)$/u.test(style.get('position') ?? '')) return false;
  const isClipped = /^rect\(\s*(0|1px)/u.test(style.get('clip') ?? '');
  return isClipped || ['left', 'top'].some((side) => (points(style.get(side)) ?? 0) < -700);
}
