import type { LexicalEditor } from 'lexical';
import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_LOW, mergeRegister } from 'lexical';
import type { ReactElement } from 'react';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { WritingOptions } from '../document-editor-props.ts';
import type { LinkPlace } from '../extensions/links.ts';
import { $linkAt, $linkPlace, EDIT_LINK_COMMAND, registerLinks } from '../extensions/links.ts';
import { useEditorText } from '../use-editor-text.ts';
import { Floating } from './Floating.tsx';
import { LinkBar } from './LinkBar.tsx';
import { LinkForm } from './LinkForm.tsx';
import type { Placing, Target } from './place-beside.ts';
import { targetOfRects } from './place-beside.ts';
import { selectedRange } from './selected-range.ts';
import { useFocusNear } from './use-focus-near.ts';

interface LinksProps {
  readonly editor: LexicalEditor;
  readonly readOnly: boolean;
  readonly options: WritingOptions;
}

/** The link that the caret stands in. */
interface ShownLink {
  readonly key: string;
  readonly url: string;
}

const highlightName = 'gaoqian-linking';
const underForm: Placing = { side: 'below', align: 'start', mayCover: true };
const underBar: Placing = { side: 'below', align: 'start', mayCover: false };

/** Links of the sheet: what one leads to while the caret stands in it, and the form that asks for an address. */
export function Links({ editor, readOnly, options }: LinksProps): ReactElement | null {
  const [shown, setShown] = useState<ShownLink | null>(null);
  const [asked, setAsked] = useState<{ readonly place: LinkPlace; readonly target: () => Target | null } | null>(null);
  const text = useEditorText();
  const isNear = useFocusNear(editor);
  const open = useEffectEvent((url: string) => options.openLink?.(url));
  const ask = useEffectEvent(() => {
    const place = readOnly ? null : editor.getEditorState().read($linkPlace, { editor });
    if (place === null) return;
    const target = place.key === null ? selectedTarget(editor) : linkTarget(editor, place.key);
    if (target !== null) setAsked({ place, target });
  });
  useEffect(() => {
    let last: ShownLink | null = null;
    return mergeRegister(
      registerLinks(editor, (url) => open(url)),
      editor.registerCommand(
        EDIT_LINK_COMMAND,
        () => {
          ask();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerUpdateListener(({ editorState, dirtyLeaves }) => {
        // While words are typed the bar would only be in the way.
        const link = editor.isComposing() || dirtyLeaves.size > 0 ? null : editorState.read($shownLink, { editor });
        // Told only when it changed: a state that is set draws these at each key, changed or not.
        if (last?.key === link?.key && last?.url === link?.url) return;
        last = link;
        setShown(link);
      }),
    );
  }, [editor]);
  const close = useCallback(() => {
    CSS.highlights.delete(highlightName);
    setAsked(null);
  }, []);
  if (readOnly) return null;
  if (asked !== null) {
    const { place, target } = asked;
    const done = (): void => {
      close();
      editor.focus();
    };
    return (
      <Floating
        editor={editor}
        target={target}
        placing={underForm}
        dialogLabel={text('link')}
        onEscape={done}
        onPressOutside={close}
      >
        <LinkForm editor={editor} place={place} onOpen={options.openLink} onDone={done} />
      </Floating>
    );
  }
  if (shown === null || !isNear) return null;
  return (
    <Floating editor={editor} target={linkTarget(editor, shown.key)} placing={underBar} keepsFocus>
      <LinkBar editor={editor} link={shown} allowList={options.linkAllowList} onOpen={options.openLink} />
    </Floating>
  );
}

function $shownLink(): ShownLink | null {
  const selection = $getSelection();
  const link = $isRangeSelection(selection) && selection.isCollapsed() ? $linkAt() : null;
  return link === null ? null : { key: link.getKey(), url: link.getURL() };
}

function linkTarget(editor: LexicalEditor, key: string): () => Target | null {
  return () => targetOfRects(editor.getElementByKey(key)?.getClientRects() ?? []);
}

/**
 * The boxes of the selected words, which stay marked while the form has the focus; of the caret's block for a caret
 * without a box. Null where the page's selection is elsewhere.
 */
function selectedTarget(editor: LexicalEditor): (() => Target | null) | null {
  const range = selectedRange(editor);
  if (range === null) return null;
  if (!range.collapsed) CSS.highlights.set(highlightName, new Highlight(range));
  const holder = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  return () => targetOfRects(range.getClientRects()) ?? targetOfRects(holder?.getClientRects() ?? []);
}
