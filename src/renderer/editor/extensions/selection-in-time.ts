import type { LexicalEditor } from 'lexical';
import { $getSelection, $isRangeSelection } from 'lexical';

/** The ends of a selection in the page. */
type Ends = readonly [Node | null, number, Node | null, number];

/**
 * The browser moves the caret at once and tells of it with the next frame. A key that comes before that, from a fast hand
 * or on a busy page, would act where the caret was: Shift+End, Delete would take one letter instead of the line. So each
 * key first tells the editor of the selection that stands, unless a composition holds it; so do words that come without one.
 */
export function registerSelectionInTime(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (root === null) return undefined;
    const page = root.ownerDocument;
    let told: Ends = [null, 0, null, 0];
    const note = (): void => {
      told = endsIn(page);
    };
    const tell = (event: KeyboardEvent | CompositionEvent | InputEvent): void => {
      const isHeld = editor.isComposing() || ('isComposing' in event && event.isComposing);
      if (event.target !== root || isHeld) return;
      const isTold = endsIn(page).every((end, index) => end === told[index]);
      if (!isTold && !isWhole(editor)) page.dispatchEvent(new Event('selectionchange'));
    };
    page.addEventListener('selectionchange', note);
    for (const type of firstSigns) root.addEventListener(type, tell, { capture: true });
    return () => {
      page.removeEventListener('selectionchange', note);
      for (const type of firstSigns) root.removeEventListener(type, tell, { capture: true });
    };
  });
}

const firstSigns = ['keydown', 'compositionstart', 'beforeinput'] as const;

/** Whether blocks or cells are selected as such: what stands in the page then is left over from before. */
function isWhole(editor: LexicalEditor): boolean {
  const selection = editor.getEditorState().read($getSelection);
  return selection !== null && !$isRangeSelection(selection);
}

function endsIn(page: Document): Ends {
  const selection = page.getSelection();
  return [
    selection?.anchorNode ?? null,
    selection?.anchorOffset ?? 0,
    selection?.focusNode ?? null,
    selection?.focusOffset ?? 0,
  ];
}
