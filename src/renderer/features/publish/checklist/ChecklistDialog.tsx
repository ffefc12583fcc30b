import { useEffect } from 'react';
import { refreshChecklist, useChecklist } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { revealPlace } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { WideDialog } from '#renderer/ui/WideDialog.tsx';
import { openItems, type Checklist } from '#shared/model/checklist.ts';
import type { FindingPlace, Severity } from '#shared/model/finding.ts';
import { ChecklistLine } from './ChecklistLine.tsx';
import { InspectionTable } from './InspectionTable.tsx';
import './checklist.css';

export interface ChecklistDialogProps {
  readonly draftId: string;
  readonly onClose: () => void;
}

const severities: readonly Severity[] = ['error', 'warning', 'hint'];

/** One list of all that stands between the draft and its package, and how inspectors would count the page. */
export function ChecklistDialog({ draftId, onClose }: ChecklistDialogProps) {
  const text = useText();
  const { data: checklist } = useChecklist(draftId);
  useEffect(() => {
    void attempt(async () => {
      await draftActs().flush();
      await refreshChecklist(draftId);
    });
  }, [draftId]);
  const jump = (place: FindingPlace) => {
    onClose();
    // After the focus has gone back to where it was.
    setTimeout(() => revealPlace(place));
  };

  return (
    <WideDialog
      name="checklist"
      title={text('checklist.title')}
      closeLabel={text('common.close')}
      onClose={onClose}
      scrolls
    >
      {checklist && (
        <>
          <Verdict checklist={checklist} />
          {severities.map((severity) => (
            <Group key={severity} severity={severity} draftId={draftId} checklist={checklist} onJump={jump} />
          ))}
          <InspectionTable inspection={checklist.inspection} />
        </>
      )}
    </WideDialog>
  );
}

function Verdict({ checklist }: { readonly checklist: Checklist }) {
  const text = useText();
  const open = openItems(checklist.items);
  const isReady = open.errors + open.warnings === 0;
  return (
    <p className={isReady ? 'publish-ok' : 'publish-error'} role="status">
      {isReady ? text('checklist.ready') : text('checklist.open', open)}
    </p>
  );
}

interface GroupProps {
  readonly severity: Severity;
  readonly draftId: string;
  readonly checklist: Checklist;
  readonly onJump: (place: FindingPlace) => void;
}

function Group({ severity, draftId, checklist, onJump }: GroupProps) {
  const text = useText();
  const items = checklist.items.filter(({ finding }) => finding.severity === severity);
  if (items.length === 0) return null;
  return (
    <section aria-label={text(`checklist.group.${severity}`)}>
      <h3 className={`checklist-group checklist-${severity}`}>
        {text(`checklist.group.${severity}`)} <span className="badge badge-quiet">{items.length}</span>
      </h3>
      <ul className="checklist-lines">
        {items.map((item) => {
          const alike = items.filter(({ finding, waiver }) => finding.rule === item.finding.rule && waiver === null);
          return (
            <ChecklistLine
              key={item.finding.id}
              item={item}
              alike={alike.map(({ finding }) => finding.id)}
              draftId={draftId}
              onJump={onJump}
            />
          );
        })}
      </ul>
    </section>
  );
}
