import { gapBetween } from './broken-lines.ts';
import { mergeTexts } from './canonical.ts';
import { sentenceEnd } from './line-shapes.ts';
import type { BlockNode, InlineNode } from './schema.ts';
import { editInline, trimInline } from './text-edit.ts';
import { inlineText } from './walk.ts';

/** What 附件说明 begins with (GB/T 9704—2012, 7.3.4), and each of its names. */
const begin = /^\s*附件[:：]\s*/u;
const numbered = /^\s*(\d{1,2})[.．、](?!\d)\s*/u;
/** A name that is shorter does not fill its line: what stands below it is no part of it. */
const shortestFull = 12;

interface Name {
  readonly number: number;
  children: InlineNode[];
}

/**
 * Makes a list of the names of attachments that stand below each other (`附件：1.甲` and `2.乙`, set in by blanks): `附件：`
 * and a numbered list. A name that goes on in the line below is one again. A single name stays as it is.
 * @param nodeOf undefined for a block that is no part of such a list whatever its words
 * @param make a block of a node that was made of these blocks
 */
export function listAttachments<Block>(
  blocks: readonly Block[],
  nodeOf: (block: Block) => BlockNode | undefined,
  make: (node: BlockNode, from: readonly Block[]) => Block,
): Block[] {
  const result: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    const found = namesFrom(blocks.slice(at, at + longest).map(nodeOf));
    const [first] = blocks.slice(at, at + 1);
    if (found && first !== undefined) {
      const children = found.names.map((name) => ({ type: 'list-item' as const, children: name.children }));
      result.push(make({ type: 'paragraph', children: found.head }, [first]));
      result.push(make({ type: 'list', ordered: true, children }, blocks.slice(at, at + found.length)));
      at += found.length;
    } else {
      if (first !== undefined) result.push(first);
      at += 1;
    }
  }
  return result;
}

/** So many lines are looked at. */
const longest = 40;

function namesFrom(
  nodes: readonly (BlockNode | undefined)[],
): { readonly head: InlineNode[]; readonly names: readonly Name[]; readonly length: number } | undefined {
  const first = lineOf(nodes[0]);
  const sign = begin.exec(inlineText(first ?? []))?.[0];
  if (!first || sign === undefined) return undefined;
  const whole = inlineText(first).length;
  const head = trimInline(editInline(first, [{ start: sign.length, end: whole, text: '' }]));
  const rest = editInline(first, [{ start: 0, end: sign.length, text: '' }]);
  const names: Name[] = [];
  let length = 1;
  if (!take(rest, names) && inlineText(rest).trim() !== '') return undefined;
  for (; length < nodes.length; length += 1) {
    const line = lineOf(nodes[length]);
    if (!line) break;
    if (take(line, names)) continue;
    const last = names.at(-1);
    const next = lineOf(nodes[length + 1]);
    if (!last || !next || !goesOn(last, line) || numberOf(next) !== last.number + 1) break;
    last.children = mergeTexts([...last.children, ...gap(last.children, line), ...trimInline(line)]);
  }
  return names.length > 1 ? { head, names, length } : undefined;
}

/** Adds a name that counts on. */
function take(line: readonly InlineNode[], names: Name[]): boolean {
  const number = numberOf(line);
  if (number === undefined || number !== (names.at(-1)?.number ?? 0) + 1) return false;
  const sign = numbered.exec(inlineText(line))?.[0] ?? '';
  const children = trimInline(editInline(line, [{ start: 0, end: sign.length, text: '' }]));
  if (children.length === 0) return false;
  names.push({ number, children });
  return true;
}

function numberOf(line: readonly InlineNode[]): number | undefined {
  const number = numbered.exec(inlineText(line))?.[1];
  return number === undefined ? undefined : Number(number);
}

function goesOn({ children }: Name, line: readonly InlineNode[]): boolean {
  const words = inlineText(children);
  return words.length >= shortestFull && !sentenceEnd.test(words) && !sentenceEnd.test(inlineText(line).trim());
}

function gap(before: readonly InlineNode[], after: readonly InlineNode[]): readonly InlineNode[] {
  const text = gapBetween(inlineText(before), inlineText(after));
  return text === '' ? [] : [{ type: 'text', text }];
}

function lineOf(node: BlockNode | undefined): readonly InlineNode[] | undefined {
  return node?.type === 'paragraph' ? node.children : undefined;
}
