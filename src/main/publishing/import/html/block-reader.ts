import type { BlockNode, InlineNode } from '#shared/document/schema.ts';
import { inlineText, picturesOf, toConfirmText } from '#shared/document/walk.ts';
import { attribute, elementsOf, isElement, rawTextOf, textOf, unread, type HtmlElement } from '../html-tree.ts';
import { isContentsLine } from './contents-list.ts';
import { drawnWords, fieldWords, isEquationField, textBoxWords } from './drawn-words.ts';
import { cardWords, droppedAs, isFrame, isInlineTag, outlineLevel, writtenInto } from './html-tags.ts';
import { InlineRun } from './inline-run.ts';
import { enter, type Inside } from './inside.ts';
import { isBulletLevel, judgeMarker, plainListOf, wordListOf, type ListPlace, type Marker } from './list-marker.ts';
import { drawnPictures, figureFor, groupClass, pictureOf, type HtmlComment } from './pictures.ts';
import { inlinesOf, isUnit, type Piece } from './piece.ts';
import { readItems } from './read-items.ts';
import { readTable } from './read-table.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Declarations } from './style.ts';
import { isHidden } from './visibility.ts';
import { writtenAsOf, type WrittenAs } from './written-as.ts';

/** What the block that is being gathered will be. */
type Shape =
  | { readonly kind: 'paragraph'; readonly align: Inside['align']; readonly as?: WrittenAs | undefined }
  | { readonly kind: 'heading'; readonly outline: number }
  | { readonly kind: 'line'; readonly place: ListPlace };

/** How Yuque's documents write a quotation. */
const yuqueQuote = 'ne-quote';
/** Deeper elements are read as their words alone. */
const deepest = 300;
/** No selection holds so many drawings; it bounds the search for what follows each. */
const mostDrawn = 1000;

/** Reads elements into pieces, one reader for the page and one for each place that has blocks of its own (cell, item, quote). */
export class BlockReader {
  readonly pieces: Piece[] = [];
  readonly context: ReadingContext;
  private readonly run: InlineRun;
  private shape: Shape = { kind: 'paragraph', align: undefined };
  /** Pictures that stood among the words of a block: they follow it. */
  private following: Piece[] = [];
  /** Pictures of words that were read already. */
  private readonly done = new Set<HtmlElement>();

  constructor(context: ReadingContext) {
    this.context = context;
    this.run = new InlineRun({
      part: () => this.part(),
      indent: () => context.notes.add('indent'),
    });
  }

  /** Everything inside `parent`, to the end of its last block. */
  readAll(parent: HtmlElement, inside: Inside): readonly Piece[] {
    this.shape = { kind: 'paragraph', align: inside.align };
    this.read(parent, inside);
    this.flush();
    return this.pieces;
  }

  private read(parent: HtmlElement, inside: Inside): void {
    if (inside.depth > deepest) {
      this.run.add(rawTextOf(parent), inside);
      return;
    }
    for (const child of parent.childNodes) {
      if (isElement(child)) this.readElement(child, inside);
      else if (child.nodeName === '#comment' && 'data' in child) this.readComment(child, inside);
      else if (child.nodeName === '#text' && 'value' in child && !inside.isSizeless) this.run.add(child.value, inside);
    }
  }

  private readElement(element: HtmlElement, around: Inside): void {
    const tag = element.tagName;
    const { sheet, notes } = this.context;
    if (tag === 'br') return this.run.breakLine();
    const style = sheet.of(element);
    const written = writtenInto(element);
    if (written !== '' && !isHidden(element, style)) return this.run.add(written, around);
    if (unread.has(tag)) return this.leaveOut(element);
    if (isHidden(element, style)) return this.leaveHidden(element);
    if (isFrame(element)) return notes.add('navigation', textOf(element));
    if (isReviewMark(element, style)) return notes.add('review-comment', textOf(element));
    if (tag === 'del' && attribute(element, 'cite') !== '') return notes.add('review-deletion', textOf(element));
    const card = cardWords(element);
    if (card !== undefined) return notes.add('media', card);
    if (isContentsLine(element, style, sheet)) return this.leaveContentsLine(element);
    // The sign before a list line was read with its paragraph.
    if (style.get('mso-list') === 'ignore') return;
    const inside = enter(around, element, style, notes);
    if (tag === 'img' || tag === 'v:imagedata') return this.readPicture(element, style);
    if (tag === 'hr') return this.readRule(element);
    if (tag === 'ul' || tag === 'ol') return this.append(readItems(element, inside, this.context));
    if (tag === 'table') return this.append(readTable(element, inside, this.context));
    if (tag === 'blockquote' || attribute(element, 'class') === yuqueQuote)
      return this.append(this.readQuote(element, inside));
    if (tag === 'p' && attribute(element, 'class') === groupClass) return this.append(this.readGroup(element, inside));
    if (tag === 'figure') return this.append(this.readFigure(element, inside));
    if (isToConfirm(element)) {
      this.run.addToConfirm(textOf(element).slice(toConfirmText('').length), inside);
      return;
    }
    // Some pages wrap blocks in inline elements: the blocks end what is being gathered by themselves.
    if (isInlineTag(tag)) return this.read(element, inside);
    this.readBlock(element, style, inside);
  }

  private readBlock(element: HtmlElement, style: Declarations, inside: Inside): void {
    this.flush();
    const outer = this.shape;
    const outline = outlineLevel(element, style);
    const sign = this.readSign(element, style);
    if (outline !== undefined) {
      this.shape = { kind: 'heading', outline };
      if (sign) this.run.add(spaced(sign.words), inside);
      // The look of a heading is the house's own: formats of the whole say nothing.
      this.read(element, { ...inside, formats: inside.formats.filter((format) => format !== 'bold') });
    } else if (sign?.marker.kind === 'list') {
      this.context.notes.add('list-rebuilt', textOf(element).slice(sign.words.length));
      this.shape = { kind: 'line', place: sign.marker.place };
      if (sign.skip > 0) this.readWithout(element, sign.skip, inside);
      else this.read(element, inside);
    } else {
      this.shape = { kind: 'paragraph', align: inside.align, as: writtenAsOf(element) };
      if (sign) this.run.add(spaced(sign.words), inside);
      this.read(element, inside);
    }
    this.flush();
    this.shape = outer;
  }

  /** The sign of a fake list line; `skip` counts the raw characters of a sign that stands among the words. */
  private readSign(
    element: HtmlElement,
    style: Declarations,
  ): { readonly marker: Marker; readonly words: string; readonly skip: number } | undefined {
    if (!/^(p|li|div|h\d)$/u.test(element.tagName)) return undefined;
    const { sheet, notes } = this.context;
    const word = wordListOf(style);
    if (word) {
      const ignored = elementsOf(element).find((inner) => sheet.of(inner).get('mso-list') === 'ignore');
      // A paragraph of the list that has no sign goes on with the line before it.
      if (!ignored && sheet.listLevel(word.name)?.format === undefined) return undefined;
      const words = ignored ? textOf(ignored) : '';
      const marker = judgeMarker(words, word, isBulletLevel(sheet, word.name, ignored), notes);
      return { marker, words, skip: 0 };
    }
    const plain = element.tagName === 'p' ? plainListOf(element, style, sheet) : undefined;
    if (!plain) return undefined;
    const marker = judgeMarker(plain.sign, { list: 'plain', level: plain.level }, plain.isBullet, notes);
    if (marker.kind === 'words') return undefined;
    return { marker, words: plain.sign, skip: plain.length };
  }

  /** Reads the inside without its first raw characters. */
  private readWithout(element: HtmlElement, characters: number, inside: Inside): void {
    let left = characters;
    for (const text of textNodesOf(element)) {
      if (left <= 0) break;
      const cut = Math.min(left, text.value.length);
      text.value = text.value.slice(cut);
      left -= cut;
    }
    this.read(element, inside);
  }

  private readQuote(element: HtmlElement, inside: Inside): readonly Piece[] {
    const inner = this.context.readBlocks(element, inside);
    // The message that an e-mail answers to is no quotation.
    if (attribute(element, 'type') === 'cite' || /gmail_quote/u.test(attribute(element, 'class'))) return inner;
    const pieces: Piece[] = [];
    let words: Piece[] = [];
    const close = (): void => {
      const children = inlinesOf(words);
      if (children.length > 0) pieces.push({ kind: 'block', node: { type: 'quote', children } });
      words = [];
    };
    for (const piece of inner) {
      if (piece.kind === 'block' && (isUnit(piece) || piece.node.type === 'heading')) {
        close();
        pieces.push(piece);
      } else {
        words.push(piece);
      }
    }
    close();
    return pieces;
  }

  /** A line of two or three pictures, as the reader of Word documents marks it: one figure. */
  private readGroup(element: HtmlElement, inside: Inside): readonly Piece[] {
    const pieces = this.context.readBlocks({ ...element, attrs: [], tagName: 'div' }, inside);
    const [first, ...others] = pieces.flatMap((piece) =>
      piece.kind === 'block' && piece.node.type === 'figure' && piece.picture
        ? [{ node: piece.node, picture: piece.picture }]
        : [],
    );
    if (!first || others.length < 1 || others.length > 2 || others.length + 1 < pieces.length) return pieces;
    const beside = others.flatMap(({ node }) => picturesOf(node));
    return [{ kind: 'block', ...first, node: { ...first.node, beside }, beside: others.map(({ picture }) => picture) }];
  }

  /** `figure` with its `figcaption`: the words of the caption go to the last picture. */
  private readFigure(element: HtmlElement, inside: Inside): readonly Piece[] {
    const caption = element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'figcaption');
    const rest = { ...element, childNodes: element.childNodes.filter((child) => child !== caption) };
    const pieces = [...this.context.readBlocks(rest, inside)];
    const words = caption ? inlinesOf(this.context.readBlocks(caption, inside)) : [];
    const at = pieces.findLastIndex((piece) => piece.kind === 'block' && piece.node.type === 'figure');
    const last = pieces[at];
    if (words.length === 0) return pieces;
    if (last?.kind !== 'block' || last.node.type !== 'figure') {
      return [...pieces, { kind: 'block', node: { type: 'paragraph', children: words } }];
    }
    return pieces.with(at, { ...last, node: { ...last.node, children: words } });
  }

  /** What Word gives in no other form than a comment for its own kind, or in others only as a picture. */
  private readComment(comment: HtmlComment, inside: Inside): void {
    const isField = isEquationField(comment.data);
    if (!isField && !comment.data.startsWith('[if gte')) return;
    this.context.drawings += 1;
    if (this.context.drawings > mostDrawn) return;
    const field = isField ? fieldWords(comment) : undefined;
    if (field) {
      if (field.isReading || field.words.length > 1)
        this.context.notes.add(field.isReading ? 'reading' : 'equation', field.words);
      this.run.add(field.words, inside);
      return;
    }
    const words = drawnWords(comment);
    if (words) {
      this.context.notes.add(words.kind, textOf(words.body));
      this.done.add(words.picture);
      if (words.kind === 'equation') this.read(words.body, inside);
      else for (const piece of this.context.readBlocks(words.body, inside)) this.place(piece);
      return;
    }
    // Words along a path, as watermarks are: drawn by Word alone.
    for (const [, words] of comment.data.matchAll(/<v:textpath\b[^>]*\bstring="([^"]*)"/gu))
      this.context.notes.add('embedded', words);
    for (const picture of drawnPictures(comment)) {
      this.place({ kind: 'block', ...figureFor({ ...picture, order: this.context.pictures }) });
      this.context.pictures += 1;
    }
  }

  private readPicture(element: HtmlElement, style: Declarations): void {
    if (this.done.has(element)) return;
    const box = textBoxWords(element);
    if (box) {
      this.context.notes.add('text-box', box.join(' '));
      for (const text of box)
        this.place({ kind: 'block', node: { type: 'paragraph', children: [{ type: 'text', text }] } });
      return;
    }
    const found = pictureOf(element, style, this.context.pictures, this.context.notes);
    this.context.pictures += 1;
    if (found) this.place({ kind: 'block', ...found });
  }

  /** Where it stands, or behind the words among which it stands. */
  private place(piece: Piece): void {
    if (this.run.isEmpty) this.pieces.push(piece);
    else this.following.push(piece);
  }

  private readRule(element: HtmlElement): void {
    this.flush();
    // Word draws one above its footnotes.
    const isFootnoteLine = attribute(element, 'width') === '33%' && attribute(element, 'align') === 'left';
    if (!isFootnoteLine) this.pieces.push({ kind: 'block', node: { type: 'horizontal-rule' } });
  }

  private leaveOut(element: HtmlElement): void {
    const kind = droppedAs(element);
    if (kind)
      this.context.notes.add(
        kind,
        kind === 'script' ? '' : textOf(element) || attribute(element, 'src') || attribute(element, 'data-src'),
      );
  }

  private leaveContentsLine(element: HtmlElement): void {
    this.flush();
    this.context.notes.add('contents-list', textOf(element));
  }

  private leaveHidden(element: HtmlElement): void {
    // Pictures of other parts of a clipboard are counted through.
    for (const inner of elementsOf(element)) if (inner.tagName === 'img') this.context.pictures += 1;
    if (element.tagName === 'img') this.context.pictures += 1;
    const words = textOf(element);
    if (words !== '') this.context.notes.add('hidden-text', words);
  }

  private append(pieces: readonly Piece[]): void {
    this.flush();
    for (const piece of pieces) this.pieces.push(piece);
  }

  /** A broken line ends a paragraph; headings and list lines hold together. */
  private part(): boolean {
    if (this.shape.kind !== 'paragraph') return false;
    this.context.notes.add('line-to-paragraph');
    this.flush();
    return true;
  }

  private flush(): void {
    const children = this.run.take();
    if (inlineText(children).trim() !== '') this.pieces.push(this.shaped(children));
    for (const piece of this.following) this.pieces.push(piece);
    this.following = [];
  }

  private shaped(children: InlineNode[]): Piece {
    const { shape } = this;
    if (shape.kind === 'line') return { kind: 'line', place: shape.place, children };
    if (shape.kind === 'heading') {
      return { kind: 'block', node: { type: 'heading', level: 2, children }, outline: shape.outline };
    }
    const align = shape.align ? { align: shape.align } : {};
    const node: BlockNode = { type: 'paragraph', ...align, children };
    return { kind: 'block', node, ...(shape.as ? { as: shape.as } : {}) };
  }
}

/** A 【待核】 as our own pages and documents show it. */
function isToConfirm(element: HtmlElement): boolean {
  return (
    element.tagName === 'mark' &&
    attribute(element, 'class') === 'to-confirm' &&
    textOf(element).startsWith(toConfirmText(''))
  );
}

/** Word's notes at the margin: the mark in the text and the list at the end. */
function isReviewMark(element: HtmlElement, style: Declarations): boolean {
  if (style.get('mso-element') === 'comment-list' || style.get('mso-element') === 'comment') return true;
  // WPS names the style of the mark by a number.
  if (style.get('mso-special-character') === 'comment') return true;
  return /(^|\s)(MsoCommentReference|msocomanchor|MsoCommentText)(\s|$)/u.test(attribute(element, 'class'));
}

function spaced(sign: string): string {
  return /[、）)】]$/u.test(sign) ? sign : `${sign} `;
}

function* textNodesOf(parent: HtmlElement): Generator<{ value: string }> {
  for (const child of parent.childNodes) {
    if (isElement(child)) yield* textNodesOf(child);
    else if (child.nodeName === '#text' && 'value' in child) yield child;
  }
}
