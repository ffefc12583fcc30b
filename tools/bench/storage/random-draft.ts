import type { BlockNode, Document } from '#shared/document/schema.ts';
import type { DraftContent } from '#shared/model/draft.ts';

/** Han characters drawn at random: harder to pack than any language. */
export function randomWords(random: () => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 2000))).join('');
}

/** About 2,000 characters in twenty blocks, four of them figures. */
export function randomDocument(random: () => number): Document {
  const children = Array.from({ length: 20 }, (_unused, at) => (at % 5 === 4 ? figure(random) : paragraph(random)));
  return { format: 'gaoqian-document', version: 1, children };
}

/** A sentence more, fewer or otherwise in some block; now and then a block more. */
export function changeAtRandom(content: DraftContent, random: () => number): DraftContent {
  const { children } = content.document;
  const at = Math.floor(random() * children.length);
  const old = children[at];
  const changed =
    old?.type !== 'paragraph' || random() < 0.05
      ? children.toSpliced(at, 0, paragraph(random))
      : children.with(at, { ...old, children: [{ type: 'text', text: rewritten(textOf(old), random) }] });
  return { ...content, document: { ...content.document, children: changed } };
}

function rewritten(text: string, random: () => number): string {
  const place = Math.floor(random() * text.length);
  return text.slice(0, place) + randomWords(random, 12) + text.slice(place + Math.floor(random() * 24));
}

function textOf(block: BlockNode & { type: 'paragraph' }): string {
  return block.children.map((child) => (child.type === 'text' ? child.text : '')).join('');
}

function paragraph(random: () => number): BlockNode {
  return { type: 'paragraph', children: [{ type: 'text', text: randomWords(random, 120) }] };
}

function figure(random: () => number): BlockNode {
  const digits = Array.from({ length: 64 }, () => Math.floor(random() * 16).toString(16)).join('');
  const children = [{ type: 'text', text: randomWords(random, 20) }] as const;
  return { type: 'figure', asset: digits, alt: randomWords(random, 20), credit: '张三', children: [...children] };
}
