import { equationFieldComment } from '../html/drawn-words.ts';
import { RtfFlow } from './rtf-flow.ts';
import { stateOfGroup } from './rtf-groups.ts';
import { drawnSigns, signFontNames, signFontOf } from '../sign-fonts.ts';
import { rtfPictures, type RtfPicture } from './rtf-pictures.ts';
import { changedCharacters, changedParagraph } from './rtf-looks.ts';
import { firstState, type Aside, type RtfState } from './rtf-state.ts';
import { rtfStyle, type RtfStyle } from './rtf-styles.ts';
import { RowDefinitionReader } from './rtf-table.ts';
import { rtfTokens, type RtfToken } from './rtf-tokens.ts';
import { RtfWords, signCharacters } from './rtf-words.ts';

/** An RTF as markup for `convertHtml`, and its pictures in the order of their `img`. */
export interface RtfMarkup {
  readonly html: string;
  readonly pictures: readonly RtfPicture[];
}

/** Signs that have words of their own. */
const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
};
const deepestGroup = 10_000;

/**
 * Reads an RTF (RTF 1.9.1) into the markup that Word puts on a clipboard: words in their code pages, formats, headings,
 * lists by the numbers that stand there, tables with merged cells, links, footnotes, and pictures where they stand.
 * One pass; total: what is broken ends where it breaks.
 * @param rtf one character for each byte (latin1)
 */
export function readRtf(rtf: string): RtfMarkup {
  return new RtfReader(rtf).read();
}

class RtfReader {
  private readonly rtf: string;
  private readonly pictures: ReadonlyMap<number, RtfPicture>;
  private readonly shown: RtfPicture[] = [];
  private readonly text = new RtfFlow();
  private readonly words = new RtfWords();
  private readonly rows = new RowDefinitionReader();
  private readonly nestedRows = new RowDefinitionReader();
  private readonly fonts = new Map<number, number>();
  private readonly fontNames = new Map<number, string>();
  private readonly styles = new Map<number, RtfStyle>();
  private readonly notes: string[] = [];
  private readonly groups: RtfState[] = [];
  private state = firstState;
  private isStarred = false;
  private table: 'fonts' | 'styles' | undefined;
  private tableDepth = 0;

  constructor(rtf: string) {
    this.rtf = rtf;
    this.pictures = new Map(rtfPictures(rtf).map((picture) => [picture.at, picture]));
  }

  read(): RtfMarkup {
    for (const token of rtfTokens(this.rtf)) {
      if (this.groups.length > deepestGroup) break;
      this.readToken(token);
    }
    this.flush();
    this.endParagraph();
    const html = `<html><head><meta name=Generator content=RTF></head><body>${this.text.finish()}${this.notes.join('')}</body></html>`;
    return { html, pictures: this.shown };
  }

  /** Where words go: into the box or the note that they stand in, else into the text. */
  private get flow(): RtfFlow {
    return this.state.aside?.flow ?? this.text;
  }

  private readToken(token: RtfToken): void {
    switch (token.kind) {
      case 'open':
        this.flush();
        this.groups.push(this.state);
        return;
      case 'close':
        return this.closeGroup();
      case 'text':
        if (!this.state.isSkipped) this.words.add(token.text, token.isEscaped);
        return;
      case 'sign':
        return this.readSign(token.sign);
      case 'word':
        return this.readWord(token.word, token.value, token.at);
      case 'binary':
    }
  }

  private closeGroup(): void {
    this.flush();
    this.words.endStandIn();
    const ended = this.state;
    // Its last paragraph need not say that it ends.
    if (ended.aside?.flow && ended.aside !== this.groups.at(-1)?.aside) this.endParagraph();
    const outer = this.groups.pop();
    if (!outer) return;
    this.state = outer;
    if (this.table && this.groups.length < this.tableDepth) this.table = undefined;
    this.words.setFont(this.fonts.get(outer.font));
    if (ended.aside && ended.aside !== outer.aside) this.endAside(ended.aside, ended);
  }

  /** What was gathered beside the text goes where it belongs. */
  private endAside({ kind, words, flow }: Aside, ended: RtfState): void {
    const markup = flow?.finish() ?? '';
    if (kind === 'marker') this.flow.setMarker(words);
    if (kind === 'style') this.styles.set(ended.paragraph.style, rtfStyle(words, outlineOf(ended)));
    if (kind === 'font') this.fontNames.set(ended.font, words);
    if (kind === 'note') {
      const sign = `[${this.notes.length + 1}]`;
      this.notes.push(markup === '' ? `<p>${sign}</p>` : markup.replace(/<p[^>]*>/u, `$&${sign} `));
      this.flow.addMarkup(`<sup>${sign}</sup>`);
    }
    const { isQuiet, characters } = this.state;
    if (kind === 'instruction' && !isQuiet && characters.isHidden !== true && characters.isDeleted !== true) {
      this.flow.addMarkup(equationFieldComment(words));
    }
    if (kind === 'box' && markup !== '') this.flow.addMarkup(this.state.aside ? markup : boxMarkup(markup));
  }

  private readSign(sign: string): void {
    if (sign === '*') this.isStarred = true;
    else if (this.state.isSkipped) return;
    else if (sign === '~') this.words.addSign('\u00a0');
    else if (sign === '_') this.words.addSign('-');
    else if (sign === '\r' || sign === '\n') this.endLine('par');
    else if ('\\{}'.includes(sign)) this.words.add(sign, true);
  }

  private readWord(word: string, value: number | undefined, at: number): void {
    const isStarred = this.isStarred;
    this.isStarred = false;
    if (word === 'u') {
      if (!this.state.isSkipped) this.words.addUnit(value ?? 0, this.state.standIn);
      return;
    }
    this.flush();
    if (this.beginGroup(word, isStarred) || this.readTableEntry(word, value)) return;
    if (this.state.isSkipped) return;
    if (word === 'pict') return this.addPicture(at);
    const sign = signs[word];
    if (sign !== undefined) return this.words.addSign(sign);
    if (word === 'uc') this.state = { ...this.state, standIn: value ?? 1 };
    else if (word === 'ansicpg') this.words.setDocumentPage(value ?? 0);
    else if (word === 'f') this.setFont(value ?? 0);
    else if (/^(?:par|line|sect|page|cell|row|nestcell|nestrow)$/u.test(word)) this.endLine(word);
    else if (this.state.aside?.kind === 'style' || !this.rowsHere().read(word, value ?? 0)) this.change(word, value);
  }

  /** Whether a word says what kind of group it is in. */
  private beginGroup(word: string, isStarred: boolean): boolean {
    if ((word === 'fonttbl' || word === 'stylesheet') && !this.state.isSkipped) {
      this.table = word === 'fonttbl' ? 'fonts' : 'styles';
      this.tableDepth = this.groups.length;
      this.state = { ...this.state, isQuiet: true };
      return true;
    }
    const inGroup = stateOfGroup(this.state, word, isStarred && this.table === undefined, this.groups.at(-2));
    this.state = inGroup ?? this.state;
    return inGroup !== undefined;
  }

  /** Fonts and styles are groups of their tables, each with its number. */
  private readTableEntry(word: string, value: number | undefined): boolean {
    const { state } = this;
    if (this.table === 'fonts') {
      if (word === 'f') this.state = { ...state, font: value ?? 0, aside: { kind: 'font', words: '' } };
      if (word === 'fcharset') this.fonts.set(state.font, value ?? 0);
      return true;
    }
    if (this.table === 'styles' && this.groups.length > this.tableDepth && state.aside === undefined) {
      this.state = { ...state, aside: { kind: 'style', words: '' } };
    }
    return false;
  }

  private setFont(font: number): void {
    this.state = { ...this.state, font };
    this.words.setFont(this.fonts.get(font));
  }

  private change(word: string, value: number | undefined): void {
    const paragraph = changedParagraph(this.state.paragraph, word, value);
    const characters = changedCharacters(this.state.characters, word, value);
    this.state = { ...this.state, paragraph, characters };
  }

  private rowsHere(): RowDefinitionReader {
    return this.state.paragraph.depth > 1 ? this.nestedRows : this.rows;
  }

  /** A word that ends a line, a paragraph, a cell or a row. */
  private endLine(word: string): void {
    const { aside, paragraph, isQuiet } = this.state;
    if (aside && !aside.flow) {
      aside.words += '\n';
      return;
    }
    if (isQuiet) return;
    if (word === 'line') this.flow.addMarkup('<br>');
    else if (word === 'row') this.flow.endRow(this.rows.current, 1);
    else if (word === 'nestrow') this.flow.endRow(this.nestedRows.current, Math.max(2, paragraph.depth));
    else if (word === 'cell') this.flow.endCell(paragraph, this.styleHere(), 1);
    else if (word === 'nestcell') this.flow.endCell(paragraph, this.styleHere(), Math.max(2, paragraph.depth));
    else this.endParagraph();
  }

  private endParagraph(): void {
    this.flow.endParagraph(this.state.paragraph, this.styleHere(), this.state.isContents);
  }

  private styleHere(): RtfStyle {
    return this.styles.get(this.state.paragraph.style) ?? {};
  }

  private addPicture(at: number): void {
    const picture = this.pictures.get(at);
    this.state = { ...this.state, isSkipped: true };
    if (!picture) return;
    const { width, height } = picture;
    const size = width && height ? ` width=${Math.round(width)} height=${Math.round(height)}` : '';
    this.shown.push(picture);
    // Those of notes stay where the note is named: their order is that of the file.
    const flow = this.state.aside?.kind === 'note' ? this.text : this.flow;
    flow.addMarkup(`<img${size}>`);
  }

  /** Letters of a font of signs as the signs. */
  private drawn(words: string): string {
    const { font } = this.state;
    if (this.fonts.get(font) !== signCharacters) return words;
    const name = signFontOf(signFont.exec(this.fontNames.get(font) ?? '')?.[0] ?? '');
    return name === undefined ? words : drawnSigns(words, name);
  }

  /** Puts the words that came into what they belong to. */
  private flush(): void {
    const words = this.words.take();
    const { aside, isQuiet, isSkipped, characters, url } = this.state;
    if (words === '' || isSkipped) return;
    if (aside && !aside.flow) aside.words += words;
    else if (!isQuiet) this.flow.addWords(this.drawn(words), characters, url);
  }
}

/** The name of a font of signs, among its other names and numbers. */
const signFont = new RegExp(signFontNames, 'u');

function outlineOf({ paragraph }: RtfState): number | undefined {
  return typeof paragraph.outline === 'number' ? paragraph.outline - 1 : undefined;
}

/** As Word gives the words of a text box to its own kind, with the picture for everybody else. */
function boxMarkup(inside: string): string {
  return `<!--[if gte vml 1]><v:textbox>${inside}</v:textbox><![endif]--><![if !vml]><img v:shapes="box" alt="Text Box: "><![endif]>`;
}
