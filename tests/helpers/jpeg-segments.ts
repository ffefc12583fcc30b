/** The marker bytes of a JPEG's segments before its first scan, e.g. `e0` (JFIF), `e1` (EXIF, XMP), `e2` (ICC), `fe` (comment). */
function jpegSegments(bytes: Uint8Array): readonly string[] {
  const found: string[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    found.push(marker.toString(16));
    if (marker === 0xda) break;
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  return found;
}

/** Whether a JPEG holds nothing but what is needed to draw it: no EXIF, XMP, IPTC, profile or comment, nothing behind its end. */
export function isBareJpeg(bytes: Uint8Array): boolean {
  const drawing = new Set(['e0', 'db', 'c0', 'c2', 'c4', 'dd', 'da']);
  const latin = Buffer.from(bytes).toString('latin1');
  const traces = ['Exif\0', 'http://ns.adobe.com/', 'ICC_PROFILE', 'Photoshop 3.0'];
  // In what is drawn no end can be meant by chance: there 0xff is always followed by 0.
  const endsHere = latin.indexOf('\u00ff\u00d9', latin.indexOf('\u00ff\u00da')) === bytes.length - 2;
  const isDrawing = jpegSegments(bytes).every((marker) => drawing.has(marker));
  return endsHere && isDrawing && !traces.some((trace) => latin.includes(trace));
}
