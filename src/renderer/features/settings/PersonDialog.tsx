import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { refreshDrafts, setAppState } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { RoleField } from '#renderer/ui/RoleField.tsx';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import type { AppState } from '#shared/ipc/channels/app.ts';
import './settings.css';

/** Adds a person who works at this desk, and goes on as that person. */
export function PersonDialog({ state, onClose }: { readonly state: AppState; readonly onClose: () => void }) {
  const text = useText();
  const [name, setName] = useState('');
  const [role, setRole] = useState(state.profile.roles[0]?.id ?? '');
  const [busy, setBusy] = useState(false);

  const add = async () => {
    setBusy(true);
    const done = await attempt(async () => {
      // What was typed belongs to the person who typed it.
      await draftActs().flush();
      const added = await call('app:add-person', { name: name.trim(), role });
      const known = new Set(state.persons.map((person) => person.id));
      const person = added.persons.find((entry) => !known.has(entry.id));
      const answer =
        person && added.person?.id !== person.id ? await call('app:switch-person', { personId: person.id }) : added;
      setAppState(answer);
      await refreshDrafts();
      const title = text('person.switched', { name: answer.person?.name ?? '' });
      notify({ intent: 'info', title, passing: true, topic: 'person' });
      return true;
    }, 'person');
    setBusy(false);
    if (done) onClose();
  };

  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <DialogBody>
            <DialogTitle>{text('person.addTitle')}</DialogTitle>
            <DialogContent className="settings">
              <Field label={text('person.name')} required>
                <Input autoFocus maxLength={40} value={name} onChange={(_event, data) => setName(data.value)} />
              </Field>
              <RoleField label={text('person.role')} roles={state.profile.roles} role={role} onChoose={setRole} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text('common.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={busy || name.trim() === ''}>
                {text('person.add')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </ShownDialog>
  );
}
