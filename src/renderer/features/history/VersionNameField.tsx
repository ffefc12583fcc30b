import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { setRevisionNames } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { revisionNameLimit } from '#shared/model/revision-name.ts';

export interface VersionNameFieldProps {
  readonly draftId: string;
  readonly revisionId: string;
  readonly name: string;
}

/** What a person calls this version; empty for no name. */
export function VersionNameField({ draftId, revisionId, name }: VersionNameFieldProps) {
  const text = useText();
  const [typed, setTyped] = useState(name);
  const isNew = typed.trim() !== name;
  const save = async () => {
    const names = await attempt(() => call('version:name', { revisionId, name: typed }));
    if (names) setRevisionNames(draftId, names);
  };
  return (
    <form
      className="version-name"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Input
        size="small"
        maxLength={revisionNameLimit}
        aria-label={text('history.name')}
        placeholder={text('history.namePlaceholder')}
        value={typed}
        onChange={(_event, data) => setTyped(data.value)}
      />
      <Button type="submit" size="small" disabled={!isNew}>
        {text('history.saveName')}
      </Button>
    </form>
  );
}
