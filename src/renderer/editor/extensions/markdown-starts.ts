import { $createHorizontalRuleNode } from '@lexical/extension';
import { $isListItemNode, $isListNode } from '@lexical/list';
import type { ElementNode, LexicalEditor } from 'lexical';
import {
  $addUpdateTag,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
} from 'lexical';
import type { BlockStart } from '#shared/document/block-starts.ts';
import { blockStart } from '#shared/document/block-starts.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { $caretRun, $rangeOf } from '../places.ts';
import { $insertUnits } from './insert-blocks.ts';
import { $setBlock } from './set-block.ts';
import { watchTyped } from './typed-text.ts';

/** The signs of Markdown at the start of a paragraph change its kind (`shared/document/block-starts.ts`). */
export function registerMarkdownStarts(editor: LexicalEditor): () => void {
  return mergeRegister(
    watchTyped(editor, ({ run, text, offset }) => {
      if (!$isTopParagraph(run)) return null;
      const start = blockStart(text.slice(0, offset));
      // Words after a rule would not know where to go.
      if (start === null || (start.kind === 'rule' && text.length > offset)) return null;
      return () => $begin(run, offset, start);
    }),
    // Three hyphens are a rule by Enter as well as by a space.
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const caret = $caretRun();
        if (editor.isComposing() || caret === null || !$isTopParagraph(caret.run)) return false;
        if (caret.text.normalize('NFKC') !== '---' || caret.offset !== 3) return false;
        $addUpdateTag(HISTORY_PUSH_TAG);
        $begin(caret.run, 3, { kind: 'rule' });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function $isTopParagraph(run: ElementNode): boolean {
  return $isParagraphNode(run) && $topBlock(run)?.is(run) === true;
}

/** Takes the signs away and makes the paragraph what they ask for. */
function $begin(run: ElementNode, signs: number, start: BlockStart): void {
  const range = $rangeOf(run.getLatest(), 0, signs);
  if (range === null) return;
  range.removeText();
  run.getLatest().selectStart();
  if (start.kind === 'rule') $insertUnits([$createHorizontalRuleNode()]);
  else $setBlock(start.kind === 'heading' ? `heading-${start.level}` : start.kind);
  if (start.kind === 'number' && start.start !== 1) $numberFrom(start.start);
}

function $numberFrom(first: number): void {
  const selection = $getSelection();
  const item = $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isListItemNode) : null;
  const list = item?.getParent();
  // A list that was there before goes on counting as it did.
  if ($isListNode(list) && list.getChildrenSize() === 1) list.setStart(first);
}
