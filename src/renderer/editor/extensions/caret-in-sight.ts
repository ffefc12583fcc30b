import type { EditorState, LexicalEditor, LexicalNode } from 'lexical';
import { $getSelection, $isRangeSelection, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import { arrivalTag } from '../history/rename-asset.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { $isBlockUnit } from './block-units.ts';
import { scrollAndAgain, scrollToWords } from './into-sight.ts';

/**
 * Keeps the room that the page asks for (`scroll-padding`) below a caret which a change has put into other words, and shows
 * a table or figure that it was put into as far as there is room: Lexical stops at the very edge, where the next line is
 * out of sight. Letters typed into the same words cost nothing, the browser itself follows those.
 */
export function registerCaretInSight(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, tags }) => {
    const root = editor.getRootElement();
    if (dirtyElements.size === 0 || root === null || root !== document.activeElement) return;
    const caret = caretIn(editorState);
    if (caret === null) return;
    if (tags.has(arrivalTag)) {
      // Above the caret a picture gets its height now, in the frames that come.
      const isOwn = caret.unit !== null && dirtyElements.has(caret.unit);
      if (isInSight(editor, caret.words)) show(editor, isOwn ? caret : { ...caret, unit: null }, 'moving');
      return;
    }
    if (tags.has(SKIP_SCROLL_INTO_VIEW_TAG) || tags.has(SKIP_DOM_SELECTION_TAG)) return;
    if (caret.words !== caretIn(prevEditorState)?.words) show(editor, caret);
  });
}

/** The node that a caret stands in, and the table or figure around it. */
interface Caret {
  readonly words: string;
  readonly unit: string | null;
}

function caretIn(state: EditorState): Caret | null {
  return state.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
    const node: LexicalNode = selection.anchor.getNode();
    const top = $topBlock(node);
    return { words: node.getKey(), unit: $isBlockUnit(top) ? top.getKey() : null };
  });
}

/** `moving`: words that stand drawn, but are moved by what is drawn next. */
function show(editor: LexicalEditor, { words, unit }: Caret, how?: 'moving'): void {
  const element = editor.getElementByKey(words);
  const around = unit === null ? null : editor.getElementByKey(unit);
  if (element === null) return;
  const scroll = (): void => {
    around?.scrollIntoView({ block: 'nearest' });
    // The words last: they are seen at any rate.
    element.scrollIntoView({ block: 'nearest' });
  };
  if (around !== null || how === 'moving') scrollAndAgain(scroll);
  else scrollToWords(element, scroll);
}

function isInSight(editor: LexicalEditor, key: string): boolean {
  const box = editor.getElementByKey(key)?.getBoundingClientRect();
  const page = editor.getRootElement()?.closest('.canvas')?.getBoundingClientRect();
  return box !== undefined && page !== undefined && box.bottom > page.top && box.top < page.bottom;
}
