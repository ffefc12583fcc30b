import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { setAppState } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { NoticeList } from '#renderer/ui/NoticeList.tsx';
import { RoleField } from '#renderer/ui/RoleField.tsx';
import { dismiss, keepNotice, useNotices } from '#renderer/session/notices.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import './first-start.css';

/** Asks for a name and a role, and nothing else. */
export function FirstStart({ state }: { readonly state: AppState }) {
  const text = useText();
  const [name, setName] = useState('');
  const [role, setRole] = useState(state.profile.roles[0]?.id ?? '');
  const [samples, setSamples] = useState(true);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const notices = useNotices((store) => store.shown);

  const start = async () => {
    if (name.trim() === '') {
      setMissing(true);
      return;
    }
    setBusy(true);
    const answer = await attempt(() => call('app:complete-first-start', { name, role, samples }));
    if (answer) setAppState(answer);
    setBusy(false);
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void start();
  };

  return (
    <main className="first-start">
      <NoticeList notices={notices} onDismiss={dismiss} onKeep={keepNotice} dismissLabel={text('common.close')} />
      <form className="first-start-card" onSubmit={submit} noValidate>
        <span className="logo logo-large" aria-hidden="true">
          签
        </span>
        <h1>{text('firstStart.title')}</h1>
        <p className="dim">{text('firstStart.lead')}</p>
        <Field
          label={text('firstStart.name')}
          required
          {...(missing ? { validationMessage: text('firstStart.nameMissing'), validationState: 'error' } : {})}
        >
          <Input
            autoFocus
            maxLength={40}
            value={name}
            placeholder={text('firstStart.namePlaceholder')}
            onChange={(_event, data) => {
              setName(data.value);
              setMissing(false);
            }}
          />
        </Field>
        <RoleField label={text('firstStart.role')} roles={state.profile.roles} role={role} onChoose={setRole} />
        <div className="first-start-bureau">
          <span className="dim">{text('firstStart.bureau')}</span>
          <strong>{state.profile.bureau.name}</strong>
          <span className="faint">{text('firstStart.bureauHint')}</span>
        </div>
        <Checkbox
          label={text('firstStart.openSamples')}
          checked={samples}
          onChange={(_event, data) => setSamples(data.checked === true)}
        />
        <Button appearance="primary" size="large" type="submit" disabled={busy}>
          {text(busy ? 'firstStart.starting' : 'firstStart.start')}
        </Button>
      </form>
    </main>
  );
}
