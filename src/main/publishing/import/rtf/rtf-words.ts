/** Code pages by Windows' number, and by that of a font's character set (RTF 1.9.1, "Font Table"), as decoders name them. */
const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};
const characterSets: Readonly<Record<number, number>> = { 128: 932, 129: 949, 134: 936, 136: 950 };
const western = 'windows-1252';
/** Of fonts of signs (`\\fcharset2`): their bytes are numbers of signs. */
export const signCharacters = 2;

/**
 * Gathers the characters of a text: bytes in the code page of their font, and `\u` with the stand-in that follows it for
 * older readers, which is left out.
 */
export class RtfWords {
  private words = '';
  private bytes = '';
  /** Characters of a stand-in that are still to come. */
  private standIn = 0;
  private documentPage = western;
  private page = western;
  private isSigns = false;

  /** `\ansicpg`. */
  setDocumentPage(number: number): void {
    this.documentPage = codePages[number] ?? western;
    this.page = this.documentPage;
  }

  /** The character set of the font that holds now. Western fonts of a Chinese document hold Chinese bytes in practice. */
  setFont(characterSet: number | undefined): void {
    this.isSigns = characterSet === signCharacters;
    this.page = codePages[characterSets[characterSet ?? 0] ?? 0] ?? this.documentPage;
  }

  /** Bytes, one character for each. Line ends of the file are none of the text. */
  add(text: string, isEscaped: boolean): void {
    const shown = isEscaped ? text : text.replace(/[\r\n]/gu, '');
    const skipped = Math.min(this.standIn, shown.length);
    this.standIn -= skipped;
    this.bytes += shown.slice(skipped);
  }

  /** `\u` with a signed number of 16 bits; the `standIn` characters after it say the same. */
  addUnit(value: number, standIn: number): void {
    this.addSign(String.fromCharCode(value & 0xffff));
    this.standIn = standIn;
  }

  /** A character that a word of its own stands for. */
  addSign(sign: string): void {
    this.settle();
    this.words += sign;
  }

  /** A stand-in ends with its group. */
  endStandIn(): void {
    this.standIn = 0;
  }

  /** What came since the last time. */
  take(): string {
    this.settle();
    const { words } = this;
    this.words = '';
    return words;
  }

  private settle(): void {
    if (this.bytes !== '') this.words += this.decode(this.bytes);
    this.bytes = '';
  }

  private decode(bytes: string): string {
    if (this.isSigns) return bytes;
    const raw = Buffer.from(bytes, 'latin1');
    try {
      return new TextDecoder(this.page, { fatal: true }).decode(raw);
    } catch {
      return new TextDecoder(western).decode(raw);
    }
  }
}
