import { gapBetween } from './broken-lines.ts';
import { mergeTexts } from './canonical.ts';
import { attachmentNumber, attachmentsBegin, sentenceEnd } from './line-shapes.ts';
import type { BlockNode, InlineNode } from './schema.ts';
import { editInline, trimInline } from './text-edit.ts';
import { inlineText } from './walk.ts';

/** A name that is shorter does not fill its line: what stands below it is no part of it. */
const shortestFull = 12;
/** How the names of documents, forms and lists end. */
const documentName =
  /(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|函|纪要|方案|办法|规定|规范|规则|规程|细则|条例|制度|预案|计划|要点|总结|标准|指南|须知|说明|手册|目录|名单|清单|台账|[表单册图书]|样本|样式|格式|模板|范本|材料)》?(?:[（(][^（()）]{1,12}[）)])?$/u;

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
  const sign = attachmentsBegin.exec(inlineText(first ?? []))?.[0];
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
    if (!last || !goesOn(last, line, lineOf(nodes[length + 1]))) break;
    last.children = mergeTexts([...last.children, ...gap(last.children, line), ...trimInline(line)]);
  }
  return names.length > 1 ? { head, names, length } : undefined;
}

/** Adds a name that counts on. */
function take(line: readonly InlineNode[], names: Name[]): boolean {
  const number = numberOf(line);
  if (number === undefined || number !== (names.at(-1)?.number ?? 0) + 1) return false;
  const sign = attachmentNumber.exec(inlineText(line))?.[0] ?? '';
  const children = trimInline(editInline(line, [{ start: 0, end: sign.length, text: '' }]));
  if (children.length === 0) return false;
  names.push({ number, children });
  return true;
}

function numberOf(line: readonly InlineNode[]): number | undefined {
  const number = attachmentNumber.exec(inlineText(line))?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * Whether a name goes on in a line: the next name follows it, or the two are the name of a document, which the first alone is not
 * yet. What stands below the last name, who signs and when, ends no such name.
 */
function goesOn(
  { number, children }: Name,
  line: readonly InlineNode[],
  next: readonly InlineNode[] | undefined,
): boolean {
  const words = inlineText(children);
  const rest = inlineText(line).trim();
  if (words.length < shortestFull || sentenceEnd.test(words) || sentenceEnd.test(rest)) return false;
  if (next && numberOf(next) === number + 1) return true;
  return !documentName.test(words) && documentName.test(words + rest);
}

function gap(before: readonly InlineNode[], after: readonly InlineNode[]): readonly InlineNode[] {
  const text = gapBetween(inlineText(before), inlineText(after));
  return text === '' ? [] : [{ type: 'text', text }];
}

function lineOf(node: BlockNode | undefined): readonly InlineNode[] | undefined {
  return node?.type === 'paragraph' ? node.children : undefined;
}
