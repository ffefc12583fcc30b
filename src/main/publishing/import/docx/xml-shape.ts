/** Deeper than any document: tables within tables come to sixty. */
const deepest = 300;
/** What stands between two texts. But for comments and literals no part of the pattern reaches over the next `<`. */
const markup = /<(?:\?[^<]*?\?>|!--[^]*?-->|!\[CDATA\[[^]*?\]\]>|\/?[^\s<>/"'!?](?:"[^"<]*"|'[^'<]*'|[^<>"'])*>)/uy;

/**
 * Whether elements are closed in their number and lie no deeper than in documents. No proof that the markup is right,
 * but without it the reader behind takes minutes to say that it is not. One pass, without a tree.
 */
export function hasSoundShape(xml: string): boolean {
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', markup.lastIndex)) {
    markup.lastIndex = at;
    const found = markup.exec(xml)?.[0];
    if (found === undefined) return false;
    if (found.startsWith('</')) depth -= 1;
    else if (!found.startsWith('<?') && !found.startsWith('<!') && !found.endsWith('/>')) depth += 1;
    if (depth < 0 || depth > deepest) return false;
  }
  return depth === 0;
}
