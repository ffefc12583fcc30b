import type { DefaultTreeAdapterTypes } from 'parse5';
import type { FigureNode } from '#shared/document/schema.ts';
import type { PictureReference } from '../page-block.ts';
import { attribute, collapse, type HtmlElement } from '../html-tree.ts';
import type { ConversionNotes } from './notes.ts';
import { points, type Declarations } from './style.ts';

/** Where pages keep the address of a picture that scripts load later; a stand-in is in `src` then. */
const lazySources = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-echo', 'data-original-src'];
/** Points. Counting pixels are 1 × 1; icons and bullets come at the size of letters. */
const trackingSize = 2;
const iconSize = 18;

/** Class of a line of pictures that are one figure, as the reader of Word documents writes it. */
export const groupClass = 'gaoqian-pictures';

export interface FoundPicture {
  readonly node: FigureNode;
  readonly picture: PictureReference;
}

export type HtmlComment = DefaultTreeAdapterTypes.CommentNode;

const drawing = /<v:shape\b[^>]*\bstyle=['"]([^'"]{0,2000})['"][^>]*>|<v:imagedata\b[^>]*\bsrc="([^"]{0,2000})"/giu;
const mostDrawings = 50;

/**
 * The pictures of a `<!--[if gte vml 1]>` comment. Nearly always the `<img>` for everybody else follows in
 * `<![if !vml]>`: then there are none here.
 */
export function drawnPictures(comment: HtmlComment): readonly Omit<PictureReference, 'order'>[] {
  if (!comment.data.startsWith('[if gte vml') || !comment.data.includes('<v:imagedata')) return [];
  const siblings = comment.parentNode?.childNodes ?? [];
  const next = siblings
    .slice(siblings.indexOf(comment) + 1)
    .find((node) => !('value' in node) || node.value.trim() !== '');
  if (next && 'data' in next && next.data.startsWith('[if !vml]')) return [];
  const found: Omit<PictureReference, 'order'>[] = [];
  let size: { readonly width?: number; readonly height?: number } = {};
  for (const [, style, address] of comment.data.matchAll(drawing)) {
    if (style !== undefined) size = sizeOf(style);
    else if (found.length < mostDrawings) found.push({ address: address ?? '', ...size });
  }
  return found;
}

function sizeOf(style: string): { readonly width?: number; readonly height?: number } {
  const width = points(/(?:^|;)\s*width:\s*([^;]+)/u.exec(style)?.[1]);
  const height = points(/(?:^|;)\s*height:\s*([^;]+)/u.exec(style)?.[1]);
  return width && height ? { width: width / 0.75, height: height / 0.75 } : {};
}

export function figureFor(picture: PictureReference): FoundPicture {
  return { node: { type: 'figure', asset: null, alt: '', credit: '', children: [] }, picture };
}

/** The figure that an `img` (or Word's `v:imagedata`) becomes; undefined for pixels that count readers and for icons. */
export function pictureOf(
  element: HtmlElement,
  style: Declarations,
  order: number,
  notes: ConversionNotes,
): FoundPicture | undefined {
  const source = sourceOf(element);
  const lazy = lazyAddressOf(element);
  const address = lazy ?? source;
  const isStandIn = source === '' || source === address || source.startsWith('data:');
  const width = lengthOf(element, style, 'width');
  const height = lengthOf(element, style, 'height');
  if ((width ?? trackingSize + 1) <= trackingSize || (height ?? trackingSize + 1) <= trackingSize) {
    notes.add('tracking-pixel', address.startsWith('data:') ? '' : address);
    return undefined;
  }
  const alt = altOf(element);
  if ((width ?? iconSize + 1) <= iconSize && (height ?? iconSize + 1) <= iconSize) {
    notes.add('icon', alt);
    return undefined;
  }
  const size = width !== undefined && height !== undefined ? { width: width / 0.75, height: height / 0.75 } : {};
  return {
    node: { type: 'figure', asset: null, alt, ...decorativeOf(element), credit: '', children: [] },
    picture: {
      address,
      ...(isStandIn ? {} : { drawnFrom: source }),
      ...(lazy === undefined || lazy === source ? {} : { isLazy: true }),
      order,
      ...size,
    },
  };
}

function lazyAddressOf(element: HtmlElement): string | undefined {
  return lazySources.map((name) => attribute(element, name).trim()).find((address) => address !== '');
}

function sourceOf(element: HtmlElement): string {
  return attribute(element, 'src').trim();
}

function lengthOf(element: HtmlElement, style: Declarations, side: 'width' | 'height'): number | undefined {
  return points(style.get(side)) ?? points(attribute(element, side));
}

/** Pages say so of pictures that blind people need not hear of (WAI-ARIA 1.2, `presentation`). */
function decorativeOf(element: HtmlElement): { readonly decorative?: true } {
  return /^(?:presentation|none)$/iu.test(attribute(element, 'role')) ? { decorative: true } : {};
}

const guessed = /描述已自动生成|automatically generated/iu;
const fileName = /^[^\n]{0,200}\.(jpe?g|png|gif|bmp|webp|tiff?|emf|wmf|heic)$/iu;
const label = /^(https?:\S*|wps\d+|(图片|图像|图形|picture|image|img|图)[\s\d_-]*)$/iu;

/** Programs write the file's name, an address or their own guess where the words for blind people should stand. */
function altOf(element: HtmlElement): string {
  const alt = collapse(attribute(element, 'alt'))
    .trim()
    .replace(/^说明[:：]\s*/u, '');
  return guessed.test(alt) || fileName.test(alt) || label.test(alt) ? '' : alt;
}
