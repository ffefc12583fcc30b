import type { LexicalEditor } from 'lexical';

/**
 * Draws every paragraph while an input method writes over a selection. Its start may be out of sight, where on a long sheet
 * (long-sheet.ts) the browser leaves paragraphs undrawn, and in what is not drawn Chromium breaks a composition off without a word:
 * the sheet would wait for its end, and store nothing more.
 */
export function registerComposeInSight(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root, previous) => {
    for (const [element, change] of [
      [previous, 'removeEventListener'],
      [root, 'addEventListener'],
    ] as const) {
      // Before Lexical takes the selected words away.
      element?.[change]('compositionstart', begin, { capture: true });
      element?.[change]('compositionend', end, { capture: true });
    }
  });
}

function begin({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement && document.getSelection()?.isCollapsed === false)
    currentTarget.dataset['replacing'] = '';
}

function end({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) delete currentTarget.dataset['replacing'];
}
