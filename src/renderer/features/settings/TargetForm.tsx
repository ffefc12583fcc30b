import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { call, codedErrorOf } from '#renderer/api/desk-api.ts';
import { setAppState } from '#renderer/api/queries.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { notify } from '#renderer/session/notices.ts';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import { hostOf } from '#shared/document/url.ts';
import type { TargetChange, TargetView } from '#shared/model/upload-target.ts';
import { readCertificate } from './read-certificate.ts';

export interface TargetFormProps {
  /** What is changed, or the kind of a new one. */
  readonly target: TargetView | TargetView['kind'];
  readonly onDone: () => void;
}

/** One portal or folder: its name, its address, and what opens the door. */
export function TargetForm({ target, onDone }: TargetFormProps) {
  const text = useText();
  const known = typeof target === 'string' ? null : target;
  const kind = typeof target === 'string' ? target : target.kind;
  const [name, setName] = useState(known?.name ?? '');
  const [place, setPlace] = useState(known?.kind === 'portal' ? known.url : (known?.path ?? ''));
  const [token, setToken] = useState('');
  const [certificate, setCertificate] = useState(known?.kind === 'portal' ? known.certificate : '');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const hasToken = known?.kind === 'portal' && known.hasToken;
  const placeWrong = kind === 'portal' ? hostOf(place.trim()) === '' : place.trim() === '';
  const tokenMissing = kind === 'portal' && token.trim() === '' && !hasToken;

  const change = (): TargetChange => {
    const common = { id: known?.id ?? null, name: name.trim() };
    return kind === 'folder'
      ? { ...common, kind, path: place.trim() }
      : // An empty field keeps the token that is there, for the same portal.
        { ...common, kind, url: place.trim(), token: token.trim() || null, certificate };
  };

  const save = async () => {
    setShown(true);
    if (name.trim() === '' || placeWrong || tokenMissing) return;
    setBusy(true);
    try {
      setAppState(await call('destination:save', { target: change() }));
      notify({
        intent: 'success',
        title: text('uploadTargets.saved', { name: name.trim() }),
        passing: true,
        topic: 'settings',
      });
      onDone();
    } catch (thrown) {
      setProblem(errorText(text, codedErrorOf(thrown)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DialogBody>
        <DialogTitle>{text(kind === 'portal' ? 'uploadTargets.portalTitle' : 'uploadTargets.folderTitle')}</DialogTitle>
        <DialogContent className="settings">
          <Field
            label={text('uploadTargets.name')}
            {...wrong(shown && name.trim() === '', text('uploadTargets.nameMissing'))}
          >
            <Input
              value={name}
              placeholder={text('uploadTargets.nameHint')}
              maxLength={60}
              onChange={(_event, data) => setName(data.value)}
            />
          </Field>
          <Field
            label={text(kind === 'portal' ? 'settings.portalUrl' : 'uploadTargets.path')}
            {...wrong(shown && placeWrong, text(kind === 'portal' ? 'settings.urlInvalid' : 'uploadTargets.pathHint'))}
          >
            <Input
              value={place}
              inputMode={kind === 'portal' ? 'url' : 'text'}
              spellCheck={false}
              placeholder={text(kind === 'portal' ? 'settings.portalUrlHint' : 'uploadTargets.pathHint')}
              onChange={(_event, data) => setPlace(data.value)}
            />
          </Field>
          {kind === 'portal' && (
            <>
              <Field
                label={text('settings.token')}
                hint={text(hasToken ? 'settings.tokenKept' : 'settings.tokenNone')}
                {...wrong(shown && tokenMissing, text('settings.tokenMissing'))}
              >
                <Input
                  type="password"
                  autoComplete="off"
                  value={token}
                  onChange={(_event, data) => setToken(data.value)}
                />
              </Field>
              <Authority
                certificate={certificate}
                onChange={(pem) => {
                  setProblem('');
                  setCertificate(pem);
                }}
                onRefused={() => setProblem(errorText(text, { code: 'certificate-invalid', params: {} }))}
              />
            </>
          )}
          {problem !== '' && (
            <p className="target-lacking" role="alert">
              {problem}
            </p>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onDone}>{text('common.cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={busy}>
            {text('settings.save')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

/** The bureau's own certificate authority, for a portal whose certificate the system does not know. */
function Authority(props: {
  readonly certificate: string;
  readonly onChange: (pem: string) => void;
  readonly onRefused: () => void;
}) {
  const text = useText();
  const { certificate, onChange, onRefused } = props;
  const choose = async (file: File): Promise<void> => {
    const pem = await readCertificate(file);
    if (pem === null) onRefused();
    else onChange(pem);
  };
  return (
    <div role="group" aria-label={text('uploadTargets.certificate')}>
      <div>{text('uploadTargets.certificate')}</div>
      <p className="faint settings-hint">
        {text(certificate === '' ? 'uploadTargets.certificateHint' : 'uploadTargets.certificateKept')}
      </p>
      <div className="card-acts">
        <FileButton
          size="small"
          label={text('uploadTargets.chooseCertificate')}
          accept=".pem,.crt,.cer,.der,application/x-pem-file"
          onFiles={([file]) => file && void choose(file)}
        />
        {certificate !== '' && (
          <Button size="small" onClick={() => onChange('')}>
            {text('uploadTargets.dropCertificate')}
          </Button>
        )}
      </div>
    </div>
  );
}

function wrong(isWrong: boolean, message: string) {
  return isWrong ? { validationMessage: message, validationState: 'error' as const } : {};
}
