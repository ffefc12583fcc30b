import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { setChecklist } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { waiverReasonSchema } from '#shared/model/waiver.ts';

export interface WaiveFormProps {
  readonly draftId: string;
  readonly findingId: string;
  readonly alike: readonly string[];
  readonly onDone: () => void;
}

/** Why a warning stays as it is: kept with the draft under the name of whoever says so. */
export function WaiveForm({ draftId, findingId, alike, onDone }: WaiveFormProps) {
  const text = useText();
  const [reason, setReason] = useState('');
  const [all, setAll] = useState(false);
  const [refused, setRefused] = useState(false);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const checked = waiverReasonSchema.safeParse(reason);
    if (!checked.success) {
      setRefused(true);
      return;
    }
    const findingIds = all ? [...alike] : [findingId];
    void attempt(async () => {
      setChecklist(draftId, await call('checklist:waive', { draftId, findingIds, reason: checked.data }));
      onDone();
    });
  };

  return (
    <form className="checklist-form" onSubmit={send}>
      <Field
        label={text('checklist.reason')}
        {...(refused ? { validationMessage: text('checklist.reasonMissing'), validationState: 'error' as const } : {})}
      >
        <Input
          value={reason}
          maxLength={200}
          autoFocus
          placeholder={text('checklist.reasonPlaceholder')}
          onChange={(_event, data) => {
            setReason(data.value);
            setRefused(false);
          }}
        />
      </Field>
      {alike.length > 1 && (
        <Checkbox
          checked={all}
          label={text('checklist.alike', { count: alike.length })}
          onChange={(_event, data) => setAll(data.checked === true)}
        />
      )}
      <div className="card-acts">
        <Button size="small" appearance="primary" type="submit">
          {text('checklist.keep')}
        </Button>
        <Button size="small" onClick={onDone}>
          {text('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
