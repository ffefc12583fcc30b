import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
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
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import type { AppState } from '#shared/ipc/channels/app.ts';
import type { TargetView } from '#shared/model/upload-target.ts';
import { mostMachine, mostUploadLimit, typedPunctuationSchema, type TypedPunctuation } from '#shared/model/settings.ts';
import { NumberField } from './NumberField.tsx';
import { TargetForm } from './TargetForm.tsx';
import { TargetList } from './TargetList.tsx';
import './settings.css';

export interface SettingsDialogProps {
  readonly state: AppState;
  readonly onClose: () => void;
}

async function keepNumber(change: { readonly uploadLimit: number } | { readonly machine: number }): Promise<void> {
  await attempt(async () => setAppState(await call('app:update-settings', change)), 'settings');
}

/** Where packages go, how fast, typed punctuation, and the bureau profile. What is chosen is kept at once. */
export function SettingsDialog({ state, onClose }: SettingsDialogProps) {
  const text = useText();
  const [edited, setEdited] = useState<TargetView | TargetView['kind'] | null>(null);
  const [punctuation, setPunctuation] = useState(state.settings.typedPunctuation);

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

  // The form took the place of the button that opened it: without this the focus would be nowhere, and Escape would do nothing.
  const backToList = (): void => {
    const opener = `[data-edits="${typeof edited === 'string' ? `new-${edited}` : (edited?.id ?? '')}"]`;
    setEdited(null);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(opener)?.focus());
  };

  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface>
        {edited !== null ? (
          <TargetForm target={edited} onDone={backToList} />
        ) : (
          <DialogBody>
            <DialogTitle>{text('settings.title')}</DialogTitle>
            <DialogContent className="settings">
              <h3>{text('uploadTargets.title')}</h3>
              <TargetList targets={state.targets} onEdit={setEdited} />
              <NumberField
                label={text('uploadTargets.limit')}
                hint={text('uploadTargets.limitHint')}
                value={state.settings.uploadLimit}
                most={mostUploadLimit}
                onKeep={(uploadLimit) => void keepNumber({ uploadLimit })}
              />
              <NumberField
                label={text('settings.machine')}
                hint={text('settings.machineHint')}
                value={state.settings.machine}
                most={mostMachine}
                onKeep={(machine) => void keepNumber({ machine })}
              />
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
              <Button appearance="primary" onClick={onClose}>
                {text('common.close')}
              </Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </ShownDialog>
  );
}
