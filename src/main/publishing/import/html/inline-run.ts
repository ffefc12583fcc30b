import { mergeTexts } from '#shared/document/canonical.ts';
import type { InlineNode, LinkNode, TextFormat, TextNode } from '#shared/document/schema.ts';
import { partBegin, sentenceEnd } from '#shared/document/line-shapes.ts';
import { toConfirmText } from '#shared/document/walk.ts';
import { withoutUnseen } from '#shared/texts/unseen-signs.ts';
import { drawnSigns } from '../sign-fonts.ts';
import type { Inside } from './inside.ts';

/** Letters and marks that are set without blanks between them: a line end in the source there is none in the text. */
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2014\u2026]/u;
// oxlint-disable-next-line no-control-regex -- the control characters are the point
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu;
const blanks = /[ \t\n\r\f\u00a0\u2002\u2003\u2009\u202f\u3000]/u;
/** LINE SEPARATOR: a break that parts lines and never paragraphs. */
const lineSeparator = '\u2028';
const pieces = /\u2028|[ \t\n\r\f\u00a0\u2002\u2003\u2009\u202f]+|[^ \t\n\r\f\u00a0\u2002\u2003\u2009\u2028\u202f]+/gu;

interface Blank {
  readonly hasLineEnd: boolean;
  /** Only the source's own line ends and indents, nothing that was meant to be seen. */
  readonly isLoose: boolean;
  readonly inside: Inside;
}

/** What the run tells its owner while it is gathered. */
export interface RunOwner {
  /** A line break that ends a paragraph; false when the block cannot be parted there. */
  readonly part: () => boolean;
  /** An indent of blanks was left out. */
  readonly indent: () => void;
}

/** Gathers the inline content of one block; white space becomes what a browser would show. */
export class InlineRun {
  private readonly owner: RunOwner;
  private nodes: InlineNode[] = [];
  private line = '';
  private blank: Blank | undefined;
  private breaks = 0;
  private indent = 0;

  constructor(owner: RunOwner) {
    this.owner = owner;
  }

  get isEmpty(): boolean {
    return this.nodes.length === 0;
  }

  add(text: string, inside: Inside): void {
    const shown = inside.signFont === undefined ? text : drawnSigns(text, inside.signFont);
    const words = withoutUnseen(shown.replace(controls, '')).replaceAll('\u2011', '-');
    for (const [piece] of words.matchAll(pieces)) {
      if (inside.isPreformatted && /^[ \t]*\r?\n/u.test(piece)) this.breakLine();
      else if (piece === lineSeparator) this.separate(inside);
      else if (blanks.test(piece.charAt(0)) && piece.charAt(0) !== '\u3000') this.addBlank(piece, inside);
      else this.addWords(piece, inside);
    }
  }

  breakLine(): void {
    this.blank = undefined;
    if (!this.isEmpty) this.breaks += 1;
    this.indent = 0;
  }

  private separate(inside: Inside): void {
    if (this.isEmpty) return;
    this.push({ type: 'linebreak' }, inside);
    this.line = '';
    this.blank = undefined;
    this.breaks = 0;
    this.indent = 0;
  }

  /** The content without blanks at its ends; the run is empty afterwards. */
  take(): InlineNode[] {
    const nodes = mergeTexts(
      this.nodes.map((node) => (node.type === 'link' ? { ...node, children: mergeTexts(node.children) } : node)),
    );
    this.nodes = [];
    this.line = '';
    this.blank = undefined;
    this.breaks = 0;
    this.indent = 0;
    trimEnd(nodes);
    return nodes;
  }

  private addBlank(piece: string, inside: Inside): void {
    if (this.line === '' || this.breaks > 0) {
      this.indent += piece.replace(/[ \t\n\r\f]/gu, '').length;
      return;
    }
    const isLoose = /^[ \t\n\r\f]*$/u.test(piece);
    this.blank = {
      hasLineEnd: /[\n\r]/u.test(piece) || (this.blank?.hasLineEnd ?? false),
      isLoose: isLoose && (this.blank?.isLoose ?? true),
      inside: this.blank?.inside ?? inside,
    };
  }

  private addWords(piece: string, inside: Inside): void {
    const words = this.join(piece);
    if (words === '') return;
    this.push(textNode(words, inside.formats), inside);
    this.line = (this.line + words).slice(-8);
  }

  /** A 【待核】 with the words that wait for it. */
  addToConfirm(words: string, inside: Inside): void {
    const shown = this.join(toConfirmText(words));
    this.push({ type: 'to-confirm', text: words }, inside);
    this.line = (this.line + shown).slice(-8);
  }

  /** Settles what stands before a piece of words; answers the piece without an indent. */
  private join(piece: string): string {
    let words = piece;
    if (this.line === '' || this.breaks > 0) {
      words = piece.replace(/^\u3000+/u, '');
      this.indent += (piece.length - words.length) * 2;
      if (words === '') return '';
      this.startLine(words);
    } else if (this.blank) {
      const { hasLineEnd, isLoose } = this.blank;
      const isSourceOnly = hasLineEnd && isLoose && wide.test(this.line.slice(-1)) && wide.test(words.charAt(0));
      if (!isSourceOnly) this.push(textNode(' ', this.blank.inside.formats), this.blank.inside);
    }
    this.blank = undefined;
    return words;
  }

  /** The first words of a line: settles what the breaks before them were. */
  private startLine(words: string): void {
    const isIndented = this.indent >= 2;
    const isParagraphEnd =
      this.breaks > 1 || isIndented || sentenceEnd.test(this.line.trimEnd()) || partBegin.test(words);
    if (isIndented) this.owner.indent();
    if (this.breaks > 0 && !(isParagraphEnd && this.owner.part())) this.nodes.push({ type: 'linebreak' });
    this.breaks = 0;
    this.indent = 0;
    this.blank = undefined;
  }

  private push(node: LinkNode['children'][number], { url }: Inside): void {
    const last = this.nodes.at(-1);
    if (url === undefined) this.nodes.push(node);
    else if (last?.type === 'link' && last.url === url) last.children.push(node);
    else this.nodes.push({ type: 'link', url, children: [node] } satisfies LinkNode);
  }
}

export function textNode(text: string, formats: readonly TextFormat[]): TextNode {
  return formats.length > 0 ? { type: 'text', text, formats: [...formats] } : { type: 'text', text };
}

/** Only wide blanks can be left at the end: narrow ones wait for the words after them. */
function trimEnd(nodes: InlineNode[]): void {
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    if (last.type === 'text') {
      const text = last.text.trimEnd();
      if (text !== '') {
        nodes[nodes.length - 1] = { ...last, text };
        return;
      }
    } else if (last.type !== 'linebreak') {
      return;
    }
    nodes.pop();
  }
}
