import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { call, codedErrorOf } from '#renderer/api/desk-api.ts';
import { keys } from '#renderer/api/queries.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { dateTime } from '#renderer/ui/format.ts';
import type { Health } from '#shared/model/health.ts';
import { begin } from './health-acts.ts';

const stateTexts = {
  ok: 'health.secondOk',
  missing: 'health.secondMissing',
  unwritable: 'health.secondUnwritable',
} as const;

/** The folder on another disk that backups are also written to. */
export function SecondDiskCard({ second }: { readonly second: Health['second'] }) {
  const text = useText();
  const [folder, setFolder] = useState(second?.folder ?? '');
  const [problem, setProblem] = useState('');

  const use = async (chosen: string) => {
    try {
      const health = await call('backup:use-second-disk', { folder: chosen });
      queryClient.setQueryData(keys.health, health);
      setProblem('');
      if (health.second) await begin('backup:run');
    } catch (thrown) {
      setProblem(errorText(text, codedErrorOf(thrown)));
    }
  };

  return (
    <Card title={text('health.second')}>
      <p className="health-hint faint">{text('health.secondHint')}</p>
      <form
        className="health-second"
        onSubmit={(event) => {
          event.preventDefault();
          void use(folder);
        }}
      >
        <Field
          label={text('health.secondFolder')}
          {...(problem === '' ? {} : { validationMessage: problem, validationState: 'error' as const })}
        >
          <Input
            size="small"
            value={folder}
            spellCheck={false}
            placeholder={text('health.secondPlaceholder')}
            onChange={(_event, data) => setFolder(data.value)}
          />
        </Field>
        <Button size="small" type="submit" disabled={folder.trim() === '' || folder === second?.folder}>
          {text('health.secondUse')}
        </Button>
        {second && (
          <Button size="small" onClick={() => void use('')}>
            {text('health.secondStop')}
          </Button>
        )}
      </form>
      {second && (
        <p className={`health-hint ${second.state === 'ok' ? 'health-ok' : 'health-warn'}`}>
          {text(stateTexts[second.state], {
            at: second.lastAt === null ? text('health.none') : dateTime(second.lastAt),
          })}
        </p>
      )}
      {second?.sameDisk && <p className="health-hint health-warn">{text('health.secondSame')}</p>}
    </Card>
  );
}
