import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { setChecklist } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { findingWords, placeWords } from '#renderer/session/finding-words.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { dateTime } from '#renderer/ui/format.ts';
import type { ChecklistItem } from '#shared/model/checklist.ts';
import type { FindingPlace } from '#shared/model/finding.ts';
import { WaiveForm } from './WaiveForm.tsx';

export interface ChecklistLineProps {
  readonly item: ChecklistItem;
  /** Ids of the warnings of the same rule that have no reason yet, this one's among them. */
  readonly alike: readonly string[];
  readonly draftId: string;
  readonly onJump: (place: FindingPlace) => void;
}

/** One finding: what it is and where, the way there, and for a warning the reason for which it stays. */
export function ChecklistLine({ item, alike, draftId, onJump }: ChecklistLineProps) {
  const text = useText();
  const document = useDraftSession((session) => session.document);
  const [writing, setWriting] = useState(false);
  const { finding, waiver, source } = item;
  const takeBack = (waiverId: string) =>
    attempt(async () => setChecklist(draftId, await call('checklist:take-back', { draftId, waiverId })));
  return (
    <li className="checklist-line">
      <div className="checklist-words">
        <strong>{findingWords(text, finding, 'title')}</strong>
        <span className="faint">
          {text(`checklist.source.${source}`)} · {placeWords(text, finding.place, document)}
        </span>
      </div>
      <div className="checklist-acts">
        {finding.severity === 'warning' && waiver === null && !writing && (
          <Button size="small" onClick={() => setWriting(true)}>
            {text('checklist.waive')}
          </Button>
        )}
        <Button size="small" onClick={() => onJump(finding.place)}>
          {text('checks.jump')}
        </Button>
      </div>
      <p className="checklist-why dim">{findingWords(text, finding, 'why')}</p>
      {waiver && (
        <p className="checklist-why publish-ok">
          {text('checklist.waived', { reason: waiver.reason, name: waiver.by.name, time: dateTime(waiver.at) })}{' '}
          <Button size="small" appearance="subtle" onClick={() => void takeBack(waiver.id)}>
            {text('checklist.takeBack')}
          </Button>
        </p>
      )}
      {writing && waiver === null && (
        <WaiveForm draftId={draftId} findingId={finding.id} alike={alike} onDone={() => setWriting(false)} />
      )}
    </li>
  );
}
