import type { LexicalEditor } from 'lexical';

/**
 * What is out of sight is not drawn (`content-visibility`), and the browser's caret passes over it. After a jump an arrow may
 * come before the engine takes the blocks beside the caret for being in sight, and would skip them: for each arrow they are.
 */
export function registerDrawnNeighbours(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (root === null) return undefined;
    const drawNeighbours = (event: KeyboardEvent): void => {
      if (!event.key.startsWith('Arrow') || event.isComposing) return;
      const block = blockOf(root, root.ownerDocument.getSelection()?.focusNode ?? null);
      draw(block?.previousElementSibling ?? null);
      draw(block?.nextElementSibling ?? null);
    };
    root.addEventListener('keydown', drawNeighbours, { capture: true });
    return () => root.removeEventListener('keydown', drawNeighbours, { capture: true });
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
