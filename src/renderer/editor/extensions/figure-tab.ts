import type { LexicalEditor } from 'lexical';
import { $findMatchingParent, $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, KEY_TAB_COMMAND } from 'lexical';
import { $isCaptionNode } from '../nodes/CaptionNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { $selectedUnit } from './block-units.ts';

/**
 * Tab from a selected figure goes into its tools, from a caption to its credit: the browser alone would go to the first
 * field of the whole sheet.
 */
export function registerFigureTab(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      if (event.isComposing || editor.isComposing() || event.shiftKey || event.ctrlKey || event.altKey) return false;
      const goal = $tabGoal(editor);
      if (goal === null) return false;
      event.preventDefault();
      goal.focus();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

function $tabGoal(editor: LexicalEditor): HTMLElement | null {
  const unit = $selectedUnit();
  if ($isFigureNode(unit)) {
    const figure = editor.getElementByKey(unit.getKey());
    return (
      figure?.querySelector<HTMLElement>('.gq-figure-toolbar button[tabindex="0"], .gq-figure-toolbar button') ?? null
    );
  }
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.focus.getNode();
  const figure = $topBlock(node);
  if (figure === null || $findMatchingParent(node, $isCaptionNode) === null) return null;
  return editor.getElementByKey(figure.getKey())?.querySelector<HTMLElement>('.gq-credit-input') ?? null;
}
