import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { AppError } from '#shared/errors.ts';
import { sanitizeUrl } from '#shared/document/url.ts';

/** Elements that an article page is written with. Whatever else stands in it was not written by the workstation. */
const elements = new Set(
  `html head meta title link body main article header footer section div p span h1 h2 h3 h4 ul ol li blockquote hr br
   figure img figcaption a strong b em i u sub sup mark time table caption colgroup col thead tbody tr th td`
    .trim()
    .split(/\s+/),
);
const attributes = new Set(
  `lang charset name content http-equiv property class id href rel src alt width height loading decoding title start
   datetime colspan rowspan scope role type sizes target value reversed`
    .trim()
    .split(/\s+/),
);

/**
 * The last look before a page goes public. The signature says who wrote it; this says that it can do nothing but be
 * read: known elements and attributes, no script, no style, pictures and files of its own package, links of allowed
 * schemes. Refuses `metadata-invalid {file, field}`.
 */
export function assertSafePage(page: string): void {
  for (const element of elementsOf(parse(page))) {
    // The style sheet in the head serves readers of the package; the portal cuts it out.
    const isOwnStyle = element.tagName === 'style' && isIn(element, 'head') && element.attrs.length === 0;
    if (!elements.has(element.tagName) && !isOwnStyle) throw refusal(element.tagName);
    for (const { name, value } of element.attrs) {
      if (!attributes.has(name) && !/^(?:data|aria)-[a-z-]+$/.test(name)) throw refusal(`${element.tagName}@${name}`);
      if (!isSafeValue(element.tagName, name, value)) throw refusal(`${element.tagName}@${name}`);
    }
  }
}

/** Every element of a parsed page in reading order. */
export function* elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* elementsOf(child);
  }
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
      return ownFile.test(value) || /^#[\w-]*$/.test(value) || sanitizeUrl(value) !== undefined;
    case 'rel':
      // A canonical address loads nothing; style sheets and icons would.
      return tag !== 'link' || value === 'canonical';
    case 'http-equiv':
      return false;
    case 'target':
      return value === '_blank';
    default:
      return true;
  }
}

function refusal(field: string): AppError {
  return new AppError('metadata-invalid', { file: 'data/index.html', field });
}
