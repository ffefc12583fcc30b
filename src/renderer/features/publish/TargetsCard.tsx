import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { useWrittenFile } from '#renderer/session/use-written-file.ts';
import { WrittenFileNote } from '#renderer/session/WrittenFileNote.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { targets, type Target } from '#shared/ipc/channels/target.ts';
import './publish.css';

/** The draft for paper and for other channels, in whatever state it is. Give it a `key` per draft. */
export function TargetsCard({ draftId }: { readonly draftId: string }) {
  const text = useText();
  const [chosen, setChosen] = useState<Target>('page-pdf');
  const { written, busy, start } = useWrittenFile((target: Target) => call('target:write', { draftId, target }));

  return (
    <Card title={text('targets.title')}>
      <p className="publish-say dim">{text('targets.hint')}</p>
      <div className="card-acts">
        {targets.map((target) => (
          <Button
            key={target}
            size="small"
            disabledFocusable={busy}
            onClick={() => {
              setChosen(target);
              void start(target);
            }}
          >
            {text(`targets.name.${target}`)}
          </Button>
        ))}
      </div>
      {written && <WrittenFileNote title={text(`targets.written.${chosen}`)} file={written} />}
    </Card>
  );
}
