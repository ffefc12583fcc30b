import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { WrittenFileNote } from '#renderer/session/WrittenFileNote.tsx';
import { grouped } from '#renderer/ui/format.ts';
import { WideDialog } from '#renderer/ui/WideDialog.tsx';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import { wholeLog, type AuditFilter, type AuditVerdict } from '#shared/model/audit.ts';
import type { Person } from '#shared/model/person.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import './audit.css';

export interface AuditDialogProps {
  readonly persons: readonly Person[];
  readonly onClose: () => void;
}

/** Who did what and when: to be looked through, proven and carried away. Nothing here can be changed. */
export function AuditDialog({ persons, onClose }: AuditDialogProps) {
  const text = useText();
  const [filter, setFilter] = useState<AuditFilter>(wholeLog);
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const [written, setWritten] = useState<WrittenFile | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async <Answer,>(work: () => Promise<Answer>, show: (answer: Answer) => void) => {
    setBusy(true);
    const answer = await attempt(work);
    if (answer) show(answer);
    setBusy(false);
  };
  const save = (format: 'csv' | 'json') => run(() => call('audit:export', { filter, format }), setWritten);

  return (
    <WideDialog
      name="audit"
      title={text('audit.title')}
      closeLabel={text('common.close')}
      onClose={onClose}
      acts={
        <>
          <Button
            icon={<ShieldCheckmarkRegular />}
            disabledFocusable={busy}
            onClick={() => void run(() => call('audit:verify', {}), setVerdict)}
          >
            {text('audit.verify')}
          </Button>
          <Button disabledFocusable={busy} onClick={() => void save('csv')}>
            {text('audit.exportCsv')}
          </Button>
          <Button disabledFocusable={busy} onClick={() => void save('json')}>
            {text('audit.exportJson')}
          </Button>
        </>
      }
    >
      <AuditFilters filter={filter} persons={persons} onChange={setFilter} />
      {verdict && <Verdict verdict={verdict} />}
      {written && <WrittenFileNote title={text('audit.exported')} file={written} />}
      <AuditTable filter={filter} />
    </WideDialog>
  );
}

function Verdict({ verdict }: { readonly verdict: AuditVerdict }) {
  const text = useText();
  const { lines, brokenAt, head } = verdict;
  return (
    <MessageBar intent={brokenAt === null ? 'success' : 'error'} layout="multiline" className="audit-verdict">
      <MessageBarBody>
        {brokenAt === null
          ? text('audit.whole', { value: grouped(lines), head: head?.slice(0, 16) ?? '' })
          : text('audit.broken', { value: grouped(brokenAt) })}
      </MessageBarBody>
    </MessageBar>
  );
}
