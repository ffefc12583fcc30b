import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableSelection } from '@lexical/table';
import type { LexicalEditor, LexicalNode, RangeSelection, TextNode } from 'lexical';
import {
  $findMatchingParent,
  $getSelection,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
} from 'lexical';
import type { TextFormat } from '#shared/document/schema.ts';
import type { BlockKind, FormatState, SelectionState } from '../document-editor-props.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $isToConfirmNode } from '../nodes/ToConfirmNode.ts';
import { $topBlock } from '../nodes/top-block.ts';

type Described = Omit<SelectionState, 'canUndo' | 'canRedo'>;

const nowhere: Described = {
  block: 'other',
  place: 'nowhere',
  formats: { bold: false, italic: false, subscript: false, superscript: false, underline: false },
  link: null,
  figureBlock: null,
  blockKey: null,
  words: '',
};

/** Tells of each change of what the toolbar shows, from what the history can do at first. Silent during a composition. */
export function watchSelection(
  editor: LexicalEditor,
  can: Pick<SelectionState, 'canUndo' | 'canRedo'>,
  onSelection: (state: SelectionState) => void,
): () => void {
  let last: SelectionState = { ...nowhere, canUndo: false, canRedo: false };
  const tell = (change: Partial<SelectionState>): void => {
    const changed = { ...last, ...change };
    // Equal formats stay the same object: who shows them alone sees that nothing changed.
    const next = isShallowEqual(changed.formats, last.formats) ? { ...changed, formats: last.formats } : changed;
    if (isShallowEqual(last, next)) return;
    last = next;
    onSelection(next);
  };
  tell(can);
  const canUndo = (value: boolean): boolean => {
    tell({ canUndo: value });
    return false;
  };
  const canRedo = (value: boolean): boolean => {
    tell({ canRedo: value });
    return false;
  };
  return mergeRegister(
    editor.registerUpdateListener(({ editorState }) => {
      if (!editor.isComposing()) tell(editorState.read($describe, { editor }));
    }),
    editor.registerCommand(CAN_UNDO_COMMAND, canUndo, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, canRedo, COMMAND_PRIORITY_LOW),
  );
}

function isShallowEqual<Shape extends object>(one: Shape, other: Shape): boolean {
  return (Object.keys(one) as (keyof Shape)[]).every((key) => one[key] === other[key]);
}

function $describe(): Described {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [first] = selection.getNodes();
    const blockKey = first ? ($topBlock(first)?.getKey() ?? null) : null;
    return { ...nowhere, place: 'unit', figureBlock: first ? $figureBlock(first) : null, blockKey };
  }
  if ($isTableSelection(selection)) {
    const formats = $formatsIn(selection.getNodes().filter($isTextNode));
    const blockKey = selection.tableKey;
    return { ...nowhere, place: 'part', formats, blockKey, words: selection.getTextContent() };
  }
  if (!$isRangeSelection(selection)) return nowhere;
  const node = selection.anchor.getNode();
  const end = selection.focus.getNode();
  const link = $findMatchingParent(node, $isLinkNode);
  const tops = $topsOf(selection);
  const kinds = new Set(selection.isCollapsed() ? [$blockKind(node)] : $kindsOf(selection, tops));
  const [only] = kinds;
  return {
    block: kinds.has('other') ? 'other' : kinds.size === 1 && only !== undefined ? only : 'mixed',
    place: $isPart(node) && $isPart(end) ? 'part' : 'words',
    formats: $formatsOf(selection),
    link: $isLinkNode(link) ? link.getURL() : null,
    figureBlock: $figureBlock(node),
    blockKey: $topBlock(end)?.getKey() ?? null,
    words: selection.isCollapsed() ? '' : selection.getTextContent(),
  };
}

/** The first and the last block of the selection with those between. */
function $topsOf(selection: RangeSelection): readonly LexicalNode[] {
  if (selection.isCollapsed()) return [];
  return [
    ...new Map(
      selection.getNodes().flatMap((node) => {
        const top = $topBlock(node);
        return top === null ? [] : [[top.getKey(), top] as const];
      }),
    ).values(),
  ];
}

/** The kinds of blocks in a selection. Each list counts by the item in which the selection begins or ends, else by itself. */
function $kindsOf(selection: RangeSelection, tops: readonly LexicalNode[]): readonly SelectionState['block'][] {
  const ends = [selection.anchor.getNode(), selection.focus.getNode()];
  return tops.map((top) => $blockKind(ends.find((end) => $topBlock(end)?.is(top)) ?? top));
}

function $formatsOf(selection: RangeSelection): SelectionState['formats'] {
  if (selection.isCollapsed()) return mapFormats((format) => selection.hasFormat(format));
  // A 【待核】 and the edges that the selection only touches have no say.
  const edges = [selection.anchor, selection.focus];
  const isTouched = (node: LexicalNode): boolean => {
    const [start, end] = selection.isBackward() ? [edges[1], edges[0]] : edges;
    if (start?.type === 'text' && start.key === node.getKey() && start.offset === node.getTextContentSize())
      return false;
    return !(end?.type === 'text' && end.key === node.getKey() && end.offset === 0);
  };
  return $formatsIn(selection.getNodes().filter($isTextNode).filter(isTouched));
}

function $formatsIn(texts: readonly TextNode[]): SelectionState['formats'] {
  const inside = texts.filter((text) => !$isToConfirmNode(text));
  return mapFormats((format) => {
    const count = inside.filter((text) => text.hasFormat(format)).length;
    return count === 0 ? false : count === inside.length ? true : 'mixed';
  });
}

function mapFormats(of: (format: TextFormat) => FormatState): SelectionState['formats'] {
  return {
    bold: of('bold'),
    italic: of('italic'),
    subscript: of('subscript'),
    superscript: of('superscript'),
    underline: of('underline'),
  };
}

/** Whether a node stands in words that belong to a unit. */
function $isPart(node: LexicalNode): boolean {
  const top = $topBlock(node);
  return top !== null && $blockKind(node) === 'other';
}

function $figureBlock(node: LexicalNode): number | null {
  const top = $topBlock(node);
  return $isFigureNode(top) ? top.getIndexWithinParent() : null;
}

const headings: Readonly<Record<string, BlockKind>> = {
  h1: 'heading-2',
  h2: 'heading-2',
  h3: 'heading-3',
};

/** The kind of the block of words that a node is or stands in. */
export function $blockKind(node: LexicalNode): BlockKind | 'other' {
  const item = $findMatchingParent(node, $isListItemNode);
  const list = $isListNode(node) ? node : item?.getParent();
  if ($isListNode(list)) return list.getListType() === 'number' ? 'number' : 'bullet';
  const top = $topBlock(node);
  if ($isHeadingNode(top)) return headings[top.getTag()] ?? 'heading-4';
  if ($isQuoteNode(top)) return 'quote';
  return $isParagraphNode(top) ? 'paragraph' : 'other';
}
