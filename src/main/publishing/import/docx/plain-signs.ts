/** Letters of a font of signs as the signs that Word draws (17.3.3.30); blanks and letters of other scripts stay. */
export function signsOf(text: string, font: string): string {
  return text.replace(/>([^<>]+)</gu, (_all, words: string) => {
    const parts = words.match(/&[^;]+;|[^]/gu) ?? [];
    const signs = parts.map((part) => {
      const code = part.length === 1 ? part.charCodeAt(0) : (named[part] ?? 0);
      const isSign = (code > 0x20 && code <= 0xff && code !== 0xa0) || (code >= 0xf020 && code <= 0xf0ff);
      if (!isSign) return part;
      const hex = (code % 0x100).toString(16).toUpperCase().padStart(2, '0');
      return `</w:t><w:sym w:font="${font}" w:char="F0${hex}"/><w:t xml:space="preserve">`;
    });
    return `>${signs.join('')}<`;
  });
}

const named: Readonly<Record<string, number>> = {
  '&lt;': 0x3c,
  '&gt;': 0x3e,
  '&amp;': 0x26,
  '&quot;': 0x22,
  '&apos;': 0x27,
};
