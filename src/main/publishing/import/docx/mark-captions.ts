import { textOfPart, type DocxParts } from './docx-archive.ts';
import { holdLines } from './keep-breaks.ts';
import { styleName, type WrittenStyles } from './paragraph-styles.ts';

/**
 * Puts ▲ before a paragraph in Word's caption style that follows a picture, as if it had been typed: from here on it is a
 * caption like any other, whose lines belong together. Captions of tables stay text.
 */
export function markCaptions(parts: DocxParts, written: WrittenStyles): void {
  const styles = captionStyles(written);
  if (styles.size === 0) return;
  const body = textOfPart(parts, 'word/document.xml');
  let afterPicture = false;
  // Paragraphs as their markup follows each other; one inside a text box stands behind its frame's beginning.
  const marked = body.replace(/<w:p[ >](?:(?!<w:p[ >])[^])*?<\/w:p>/gu, (paragraph) => {
    const style = /<w:pStyle w:val="([^"]+)"/u.exec(paragraph)?.[1];
    const isStyled = afterPicture && style !== undefined && styles.has(style);
    const isMarked = /<w:t[^<>]*>\s*[▲△▼▽]/u.test(paragraph);
    const isCaption = isStyled && !isMarked && !/<w:t[^<>]*>\s*表/u.test(paragraph);
    const hasPicture = /<(?:pic:pic|v:imagedata)[ >]/u.test(paragraph);
    afterPicture = hasPicture || (afterPicture && !/<w:t[ >]/u.test(paragraph));
    if (!isCaption) return isStyled && isMarked ? holdLines(paragraph) : paragraph;
    return holdLines(paragraph).replace(/<\/w:pPr>/u, '</w:pPr><w:r><w:t>▲</w:t></w:r>');
  });
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}

/** Ids of the styles that are called caption, in whatever language the program speaks. */
function captionStyles(written: WrittenStyles): ReadonlySet<string> {
  return new Set([...written].filter(([, inside]) => /^(?:caption|题注)$/iu.test(styleName(inside))).map(([id]) => id));
}
