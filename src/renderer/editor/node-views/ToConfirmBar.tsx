import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { NodeKey } from 'lexical';
import { $getNodeByKey } from 'lexical';
import type { ReactElement } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { $confirm } from '../extensions/to-confirm.ts';
import { $isToConfirmNode } from '../nodes/ToConfirmNode.ts';
import { useEditorText } from '../use-editor-text.ts';
import { useViewTools } from './view-tools.ts';

/** Floats below the 【待核】 that is selected, with the one act it is there for; above stand the tools of selected words. */
export function ToConfirmBar({ nodeKey }: { readonly nodeKey: NodeKey }): ReactElement | null {
  const text = useEditorText();
  const { editor } = useViewTools();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    const place = (): void => placeBelow(bar.current, editor.getElementByKey(nodeKey), root?.parentElement);
    place();
    // The words flow anew in another window, zoom or mode.
    const watch = new ResizeObserver(place);
    if (root) watch.observe(root);
    return () => watch.disconnect();
  }, [editor, nodeKey]);
  const confirm = (): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isToConfirmNode(node)) $confirm(node);
    });
    editor.focus();
  };
  return (
    <div ref={bar} className="gq-confirm-bar">
      <Button
        size="small"
        appearance="subtle"
        icon={<CheckmarkRegular />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={confirm}
      >
        {text('confirmed')}
      </Button>
    </div>
  );
}

function placeBelow(bar: HTMLElement | null, token: HTMLElement | null, sheet: HTMLElement | null | undefined): void {
  const line = [...(token?.getClientRects() ?? [])].at(-1);
  const frame = sheet?.getBoundingClientRect();
  if (!bar || !line || !frame) return;
  const left = Math.max(0, Math.min(line.left - frame.left, frame.width - bar.getBoundingClientRect().width));
  // Boxes are measured as they are seen; lengths set here are enlarged with the sheet.
  const zoom = bar.currentCSSZoom;
  bar.style.left = `${String(left / zoom)}px`;
  bar.style.top = `${String((line.bottom - frame.top) / zoom)}px`;
}
