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

/** Floats over the 【待核】 that is selected, with the one act it is there for. */
export function ToConfirmBar({ nodeKey }: { readonly nodeKey: NodeKey }): ReactElement | null {
  const text = useEditorText();
  const { editor } = useViewTools();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = editor.getElementByKey(nodeKey)?.getClientRects()[0];
    const frame = editor.getRootElement()?.parentElement?.getBoundingClientRect();
    if (!bar.current || !box || !frame) return;
    // Boxes are measured as they are seen; lengths set here are enlarged with the sheet.
    const zoom = bar.current.currentCSSZoom;
    bar.current.style.left = `${String((box.left - frame.left) / zoom)}px`;
    bar.current.style.top = `${String((box.top - frame.top) / zoom)}px`;
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
