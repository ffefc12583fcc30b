import { Dialog } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useFocusBack } from './use-focus-back.ts';

interface ShownDialogProps {
  /** `alert` for a question: it goes only by an answer. */
  readonly modalType?: 'modal' | 'alert';
  readonly onClose: () => void;
  /** Its surface. */
  readonly children: ReactElement;
}

/** A dialog that is open for as long as it is there. The focus goes back to where it came from. */
export function ShownDialog({ modalType = 'modal', onClose, children }: ShownDialogProps) {
  useFocusBack();
  return (
    <Dialog open modalType={modalType} onOpenChange={(_event, { open }) => !open && onClose()}>
      {children}
    </Dialog>
  );
}
