import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { elementsOf } from '#main/publishing/page-template/page-elements.ts';
import { AppError } from '#shared/errors.ts';
import { sanitizeUrl } from '#shared/document/url.ts';

/** Elements that an article page is written with. Whatever else stands in it was not written by the workstation. */
const elements = new Set(
  `html head meta title link body main article header footer section div p span h1 h2 h3 h4 ul ol li blockquote hr br
   figure img figcaption a strong b em i u sub sup mark time table caption colgroup col thead tbody tr th td`
    .trim()
    .split(/\s+/),
);
/** No ids and no data: the frame's script goes by its own. */
const attributes = new Set(
  'lang charset name content class href download rel src alt width height start colspan rowspan scope'.split(' '),
);
const voidElements = new Set(['br', 'col', 'hr', 'img', 'link', 'meta']);

/**
 * The last look before a page goes public. The signature says who wrote it; this says that it can do nothing but be
 * read: known elements and attributes, no script, no style, pictures and files of its own package, links of allowed
 * schemes, and no markup that a parser has to mend, because what it makes of that could change inside the portal's frame.
 * Refuses `metadata-invalid {file, field}`.
 */
export function assertSafePage(page: string): void {
  const all = [...elementsOf(parse(page, { sourceCodeLocationInfo: true }))];
  if (!isPlainlyWritten(page, all)) throw refusal('');
  for (const element of all) {
    // The style sheet in the head serves readers of the package; the portal cuts it out.
    const isOwnStyle = element.tagName === 'style' && isIn(element, 'head') && element.attrs.length === 0;
    if (!elements.has(element.tagName) && !isOwnStyle) throw refusal(element.tagName);
    for (const { name, value } of element.attrs) {
      if (!attributes.has(name)) throw refusal(`${element.tagName}@${name}`);
      if (!isSafeValue(element.tagName, name, value)) throw refusal(`${element.tagName}@${name}`);
    }
  }
}

/**
 * Whether every element is written out, begun and ended, and every `<` of the source belongs to one of them; in text it
 * is written `&lt;`. One more is the doctype's.
 */
function isPlainlyWritten(page: string, all: readonly DefaultTreeAdapterTypes.Element[]): boolean {
  let tags = 1;
  for (const { tagName, sourceCodeLocation: place } of all) {
    const isVoid = voidElements.has(tagName);
    if (!place || (!isVoid && !place.endTag)) return false;
    tags += isVoid ? 1 : 2;
  }
  return page.split('<').length - 1 === tags;
}

function isIn(element: DefaultTreeAdapterTypes.Element, tagName: string): boolean {
  const parent = element.parentNode;
  return parent !== null && 'tagName' in parent && parent.tagName === tagName;
}

/** A file of the package, told relative to its page. */
const ownFile = /^(?:images|attachments)\/[\w.-]+$/;

function isSafeValue(tag: string, name: string, value: string): boolean {
  switch (name) {
    case 'src':
      return ownFile.test(value);
    case 'href':
      if (tag === 'link') return sanitizeUrl(value) !== undefined;
      return ownFile.test(value) || sanitizeUrl(value) !== undefined;
    case 'rel':
      // A canonical address loads nothing; style sheets and icons would.
      return tag !== 'link' || value === 'canonical';
    default:
      return true;
  }
}

function refusal(field: string): AppError {
  return new AppError('metadata-invalid', { file: 'data/index.html', field });
}
