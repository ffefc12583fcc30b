import DOMPurify from 'dompurify';

/** Longer HTML than this is taken as plain text: nobody writes it, and parsing would hold up the window. */
const htmlLimit = 2_000_000;

const allowedTags = [
  'a',
  'b',
  'blockquote',
  'br',
  'caption',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'em',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'span',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'u',
  'ul',
  'article',
  'main',
  'header',
  'footer',
  'address',
];

/**
 * Foreign HTML as a fragment that holds the listed elements with `href` and `start` alone: no pictures, no styles,
 * nothing that loads or runs. Null when it is too long. What the links may point to is decided by `blocksFromDom`.
 */
export function sanitizeHtml(html: string): DocumentFragment | null {
  if (html.length > htmlLimit) return null;
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['href', 'start'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
