import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

/** Whether the focus is in the sheet's words or in the tools that float over them; a form that asks stands there alone. */
export function useFocusNear(editor: LexicalEditor): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const look = (target: EventTarget | null): void => {
      if (!(target instanceof Element)) return;
      setNear(editor.getRootElement() === target || target.closest('.gq-floating:not([role=dialog])') !== null);
    };
    const focus = (event: FocusEvent): void => look(event.target);
    const blur = (event: FocusEvent): void => {
      if (event.relatedTarget === null) setNear(false);
    };
    look(document.activeElement);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', blur);
    return () => {
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', blur);
    };
  }, [editor]);
  return isNear;
}
