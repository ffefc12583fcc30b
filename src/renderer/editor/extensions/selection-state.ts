import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import type { LexicalEditor, LexicalNode } from 'lexical';
import {
  $findMatchingParent,
  $getSelection,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
} from 'lexical';
import type { SelectionState } from '../document-editor-props.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $topBlock } from '../nodes/top-block.ts';

type Described = Omit<SelectionState, 'canUndo' | 'canRedo'>;

const nowhere: Described = {
  block: 'other',
  bold: false,
  italic: false,
  underline: false,
  link: null,
  figureBlock: null,
  words: '',
};

/** Tells of each change of what the toolbar shows. Silent during a composition. */
export function watchSelection(editor: LexicalEditor, onSelection: (state: SelectionState) => void): () => void {
  let last: SelectionState = { ...nowhere, canUndo: false, canRedo: false };
  const tell = (change: Partial<SelectionState>): void => {
    const next = { ...last, ...change };
    const isSame = (Object.keys(next) as (keyof SelectionState)[]).every((key) => next[key] === last[key]);
    if (isSame) return;
    last = next;
    onSelection(next);
  };
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

function $describe(): Described {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [first] = selection.getNodes();
    return { ...nowhere, figureBlock: first ? $figureBlock(first) : null };
  }
  if (!$isRangeSelection(selection)) return nowhere;
  const node = selection.anchor.getNode();
  const link = $findMatchingParent(node, $isLinkNode);
  return {
    block: $blockKind(node),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
    link: $isLinkNode(link) ? link.getURL() : null,
    figureBlock: $figureBlock(node),
    words: selection.isCollapsed() ? '' : selection.getTextContent(),
  };
}

function $figureBlock(node: LexicalNode): number | null {
  const top = $topBlock(node);
  return $isFigureNode(top) ? top.getIndexWithinParent() : null;
}

const headings: Readonly<Record<string, SelectionState['block']>> = {
  h1: 'heading-2',
  h2: 'heading-2',
  h3: 'heading-3',
};

function $blockKind(node: LexicalNode): SelectionState['block'] {
  const item = $findMatchingParent(node, $isListItemNode);
  const list = item?.getParent();
  if ($isListNode(list)) return list.getListType() === 'number' ? 'number' : 'bullet';
  const top = $topBlock(node);
  if ($isHeadingNode(top)) return headings[top.getTag()] ?? 'heading-4';
  if ($isQuoteNode(top)) return 'quote';
  return $isParagraphNode(top) ? 'paragraph' : 'other';
}
