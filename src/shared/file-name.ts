/** Names that Windows keeps for devices, with any ending. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/iu;
/** Characters; in UTF-8 at most four bytes each, where file systems take 255 with the ending. */
const longest = 60;

/**
 * A name for a file that is called by a text: no sign that Windows, Linux or macOS refuse (Microsoft, Naming Files,
 * Paths, and Namespaces), no blank or full stop at its ends. `fallback` when nothing is left.
 */
export function fileNameOf(text: string, fallback: string): string {
  const name = Array.from(
    text
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, '')
      .replace(/[\\/:*?"<>|]/g, '_')
      .replace(/\s+/gu, ' '),
  )
    .slice(0, longest)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return fallback;
  return device.test(name) ? `_${name}` : name;
}
