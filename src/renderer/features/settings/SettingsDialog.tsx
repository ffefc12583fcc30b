import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { setAppState } from '#renderer/api/queries.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { useText } from '#renderer/i18n/text.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { hostOf } from '#shared/document/url.ts';
import { typedPunctuationSchema, type TypedPunctuation } from '#shared/model/settings.ts';
import './settings.css';

export interface SettingsDialogProps {
  readonly state: AppState;
  readonly onClose: () => void;
}

/** The portal that receives packages, with its token, and the bureau profile. */
export function SettingsDialog({ state, onClose }: SettingsDialogProps) {
  const text = useText();
  const [url, setUrl] = useState(state.settings.portalUrl);
  const [token, setToken] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [punctuation, setPunctuation] = useState(state.settings.typedPunctuation);
  const urlWrong = url.trim() !== '' && hostOf(url.trim()) === '';
  const tokenMissing = token.trim() === '' && !state.hasPortalToken && url.trim() !== '';

  const save = async () => {
    setShown(true);
    if (urlWrong || tokenMissing) return;
    setBusy(true);
    const done = await attempt(async () => {
      // An empty field keeps the token that is there, for the same portal.
      setAppState(await call('app:set-portal', { url: url.trim(), token: token.trim() || null }));
      notify({ intent: 'success', title: text('settings.saved'), passing: true, topic: 'settings' });
      return true;
    }, 'settings');
    setBusy(false);
    if (done) onClose();
  };

  const choosePunctuation = async (typedPunctuation: TypedPunctuation) => {
    // The choice stands where it was made; when it could not be kept it goes back, and the notice says why.
    setPunctuation(typedPunctuation);
    const kept = await attempt(async () => {
      setAppState(await call('app:update-settings', { typedPunctuation }));
      return true;
    }, 'settings');
    if (!kept) setPunctuation(state.settings.typedPunctuation);
  };

  const takeProfile = (file: File) =>
    attempt(async () => {
      const answer = await call('app:use-profile', { fileId: await uploadFile(file) });
      setAppState(answer);
      const title = text('settings.profileUsed', { name: answer.profile.bureau.name });
      notify({ intent: 'success', title, passing: true, topic: 'settings' });
    }, 'settings');

  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <DialogBody>
            <DialogTitle>{text('settings.title')}</DialogTitle>
            <DialogContent className="settings">
              <h3>{text('settings.portal')}</h3>
              <Field
                label={text('settings.portalUrl')}
                {...(shown && urlWrong
                  ? { validationMessage: text('settings.urlInvalid'), validationState: 'error' }
                  : {})}
              >
                <Input
                  value={url}
                  inputMode="url"
                  spellCheck={false}
                  placeholder={text('settings.portalUrlHint')}
                  onChange={(_event, data) => setUrl(data.value)}
                />
              </Field>
              <Field
                label={text('settings.token')}
                hint={text(state.hasPortalToken ? 'settings.tokenKept' : 'settings.tokenNone')}
                {...(shown && tokenMissing
                  ? { validationMessage: text('settings.tokenMissing'), validationState: 'error' }
                  : {})}
              >
                <Input
                  type="password"
                  autoComplete="off"
                  value={token}
                  onChange={(_event, data) => setToken(data.value)}
                />
              </Field>
              <Field label={text('settings.typedPunctuation')}>
                <RadioGroup
                  value={punctuation}
                  onChange={(_event, { value }) => void choosePunctuation(typedPunctuationSchema.parse(value))}
                >
                  {typedPunctuationSchema.options.map((choice) => (
                    <Radio key={choice} value={choice} label={text(`settings.punctuation.${choice}`)} />
                  ))}
                </RadioGroup>
              </Field>
              <h3>{text('settings.bureau')}</h3>
              <div>
                <strong>{state.profile.bureau.name}</strong>
                <p className="faint settings-hint">{text('settings.bureauHint')}</p>
                <FileButton
                  size="small"
                  label={text('settings.useProfile')}
                  accept=".json,application/json"
                  onFiles={(files) => files[0] && void takeProfile(files[0])}
                />
              </div>
              <p className="faint settings-hint">
                {text('shell.about', { version: state.version })} · {text(`settings.host.${state.host}`)}
              </p>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text('common.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={busy}>
                {text('settings.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
