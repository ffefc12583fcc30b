import type { LexicalEditor } from 'lexical';

/**
 * On a long sheet what is out of sight is not drawn (see long-sheet.ts), and the browser's caret passes over it, or stops at its
 * start. After a jump an arrow may come before the engine takes the blocks beside the caret for being in sight: for each arrow they
 * are, and for Ctrl+Home and Ctrl+End the first and the last block.
 */
export function registerDrawnNeighbours(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (root === null) return undefined;
    const drawWayOf = (event: KeyboardEvent): void => {
      if (event.isComposing || !root.hasAttribute('data-long')) return;
      if (event.key.startsWith('Arrow')) {
        const block = blockOf(root, root.ownerDocument.getSelection()?.focusNode ?? null);
        draw(block?.previousElementSibling ?? null);
        draw(block?.nextElementSibling ?? null);
      } else if (event.ctrlKey || event.metaKey) {
        if (event.key === 'Home') draw(root.firstElementChild);
        if (event.key === 'End') draw(root.lastElementChild);
      }
    };
    root.addEventListener('keydown', drawWayOf, { capture: true });
    return () => root.removeEventListener('keydown', drawWayOf, { capture: true });
  });
}

function draw(block: Element | null): void {
  if (!(block instanceof HTMLElement)) return;
  block.style.contentVisibility = 'visible';
  // By then the engine has looked again.
  requestAnimationFrame(() => requestAnimationFrame(() => block.style.removeProperty('content-visibility')));
}

/** The block of the sheet in which a node stands. */
function blockOf(root: HTMLElement, node: Node | null): Element | null {
  let block = node;
  while (block !== null && block.parentNode !== root) block = block.parentNode;
  return block instanceof Element ? block : null;
}
