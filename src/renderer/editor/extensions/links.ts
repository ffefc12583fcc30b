import type { LinkNode } from '@lexical/link';
import { $createLinkNode, $isLinkNode, $toggleLink } from '@lexical/link';
import type { BaseSelection, LexicalCommand, LexicalEditor } from 'lexical';
import {
  $createTextNode,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  createCommand,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical';
import { sanitizeUrl } from '#shared/document/url.ts';

/** Asks for the address of the selected words, of the link that holds the caret, or of a new link. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK_COMMAND');

/** What an address is asked for. */
export interface LinkPlace {
  /** The link that is there already. */
  readonly key: string | null;
  readonly url: string;
  /** The selected words; empty where the link brings its own. */
  readonly words: string;
  readonly selection: BaseSelection;
}

/** Null where no words can stand. */
export function $linkPlace(): LinkPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const link = $linkAt();
  const words = selection.isCollapsed() ? '' : selection.getTextContent();
  return { key: link?.getKey() ?? null, url: link?.getURL() ?? '', words, selection: selection.clone() };
}

/** The link that holds the whole selection. */
export function $linkAt(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [first, last] = [selection.anchor, selection.focus].map((point) =>
    $findMatchingParent(point.getNode(), $isLinkNode),
  );
  return $isLinkNode(first) && first.is(last) ? first : null;
}

/**
 * Sets the address of a place, as one undo step. `words` are what a new link without selected words shows.
 * False, without a change, when the one URL rule refuses the address.
 */
export function setLink(editor: LexicalEditor, place: LinkPlace, address: string, words: string): boolean {
  const url = sanitizeUrl(withScheme(address));
  if (url === undefined) return false;
  editor.update(
    () => {
      $setSelection(place.selection.clone());
      const link = place.key === null ? null : $getNodeByKey(place.key);
      const selection = $getSelection();
      if ($isLinkNode(link)) link.setURL(url);
      else if (place.words !== '') $toggleLink(url);
      else if ($isRangeSelection(selection)) {
        selection.insertNodes([$createLinkNode(url).append($createTextNode(words.trim() === '' ? url : words.trim()))]);
      }
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return true;
}

/** Takes a link away and leaves its words. */
export function removeLink(editor: LexicalEditor, key: string): void {
  editor.update(
    () => {
      const link = $getNodeByKey(key);
      if (!$isLinkNode(link)) return;
      for (const child of link.getChildren()) link.insertBefore(child);
      link.remove();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** `www.gov.cn` and `a@b.cn` are what people type; anything with a scheme is left as it is. */
function withScheme(address: string): string {
  const trimmed = address.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed;
  return trimmed.includes('@') ? `mailto:${trimmed}` : `https://${trimmed}`;
}

/** Ctrl+K asks for an address. A click on a link only puts the caret there; Ctrl+click opens it, after a question. */
export function registerLinks(editor: LexicalEditor, open: (url: string) => void): () => void {
  const click = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    if (event.type === 'click' && (event.ctrlKey || event.metaKey)) open(link.href);
  };
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      for (const name of ['click', 'auxclick'] as const) {
        previous?.removeEventListener(name, click);
        root?.addEventListener(name, click);
      }
    }),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing || editor.isComposing() || event.altKey || event.shiftKey) return false;
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return false;
        event.preventDefault();
        editor.dispatchCommand(EDIT_LINK_COMMAND, undefined);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
