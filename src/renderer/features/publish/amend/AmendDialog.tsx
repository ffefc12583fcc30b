import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import type { Amendment } from '#shared/model/draft.ts';

export interface AmendDialogProps {
  readonly draftId: string;
  readonly kind: Amendment['kind'];
  readonly onClose: () => void;
}

/** Asks for the reason of a correction or withdrawal, and opens the draft for it. */
export function AmendDialog({ draftId, kind, onClose }: AmendDialogProps) {
  const text = useText();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);

  const begin = async () => {
    setBusy(true);
    const done = await attempt(async () => {
      draftActs().replace(await call('amendment:begin', { draftId, kind, reason: reason.trim() }), 'other-words');
      return true;
    }, 'amend');
    setBusy(false);
    if (done) onClose();
  };

  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <DialogBody>
            <DialogTitle>{text(`amend.kind.${kind}`)}</DialogTitle>
            <DialogContent>
              <p>{text(`amend.explain.${kind}`)}</p>
              <Field label={text('amend.reason')} required>
                <Textarea
                  autoFocus
                  rows={3}
                  maxLength={200}
                  value={reason}
                  placeholder={text(`amend.placeholder.${kind}`)}
                  onChange={(_event, data) => setReason(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text('common.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={busy || reason.trim().length < 2}>
                {text(`amend.begin.${kind}`)}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </ShownDialog>
  );
}
