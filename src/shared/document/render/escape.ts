const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML, in element content and in quoted attributes; code points that HTML forbids are dropped. */
export function escapeHtml(text: string): string {
  return legibleText(text).replace(/[&<>"']/g, (sign) => named[sign] ?? '');
}

/** Text without control characters, noncharacters and broken surrogate pairs, which no target may hold. */
export function legibleText(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- the control characters are the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\p{Noncharacter_Code_Point}]/gu, '')
  );
}
