import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ShownDialog } from './ShownDialog.tsx';

export interface WideDialogProps {
  /** What its style sheet calls it: `<name>-dialog`, `<name>-body` and `<name>-content` are its classes. */
  readonly name: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Stand before the button that closes it. */
  readonly acts?: ReactNode;
  /** Its content is more than fits, and nothing in it may take the keyboard: then the content itself does. */
  readonly scrolls?: boolean;
  readonly children: ReactNode;
}

/** A dialog to look at something in and to close again; the focus goes back to where it came from. */
export function WideDialog({ name, title, closeLabel, onClose, acts, scrolls = false, children }: WideDialogProps) {
  const reachable = scrolls ? { tabIndex: 0, role: 'group', 'aria-label': title } : {};
  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface className={`${name}-dialog`}>
        <DialogBody className={`${name}-body`}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={`${name}-content`} {...reachable}>
            {children}
          </DialogContent>
          <DialogActions>
            {acts}
            <Button appearance="primary" onClick={onClose}>
              {closeLabel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}
