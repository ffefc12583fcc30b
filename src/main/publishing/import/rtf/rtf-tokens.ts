/** A piece of an RTF as its syntax parts it (RTF 1.9.1, "RTF Syntax"). */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** `\b0`: a word in lower case and its number; `at` is where it stands. */
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined; readonly at: number }
  /** `\~`, `\*`, `\{`: one sign. */
  | { readonly kind: 'sign'; readonly sign: string }
  /** Bytes of text in the code page that holds there, one character for each. */
  | { readonly kind: 'text'; readonly text: string; readonly isEscaped: boolean }
  /** What `\bin` announced. */
  | { readonly kind: 'binary'; readonly bytes: string };

const syntax = /\\([a-z]+)(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[^\\{}]+/giuy;

/**
 * The pieces of an RTF in one pass. Total: what is broken ends where it breaks.
 * @param rtf one character for each byte (latin1)
 */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  const token = new RegExp(syntax);
  for (let match = token.exec(rtf); match; match = token.exec(rtf)) {
    const [text, word, number, byte, sign, brace] = match;
    const value = number === undefined ? undefined : Number(number);
    if (brace !== undefined) {
      yield { kind: brace === '{' ? 'open' : 'close' };
    } else if (word?.toLowerCase() === 'bin') {
      const end = token.lastIndex + Math.max(0, value ?? 0);
      yield { kind: 'binary', bytes: rtf.slice(token.lastIndex, end) };
      token.lastIndex = end;
    } else if (word !== undefined) {
      yield { kind: 'word', word: word.toLowerCase(), value, at: match.index };
    } else if (byte !== undefined) {
      yield { kind: 'text', text: String.fromCharCode(Number.parseInt(byte, 16)), isEscaped: true };
    } else if (sign !== undefined) {
      yield { kind: 'sign', sign };
    } else {
      yield { kind: 'text', text, isEscaped: false };
    }
  }
}
