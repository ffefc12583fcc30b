import { useEffect } from 'react';

/** Gives the focus back to where it was when the component came, once it goes: for dialogs that no trigger opened. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // After the dialog is gone and has let go of the focus.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
}
