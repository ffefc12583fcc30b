import { Button, Checkbox, Select } from '@fluentui/react-components';
import { SplitVerticalRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { useRevisions } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { openComparison } from '#renderer/session/comparison.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { RevisionSummary } from '#shared/model/revision.ts';
import type { Language } from '#shared/model/settings.ts';
import { currentVersion } from './timeline.ts';
import { Timeline } from './Timeline.tsx';
import { useMilestones } from './use-milestones.ts';
import { VersionPreview } from './VersionPreview.tsx';
import './history.css';

export interface HistoryPanelProps {
  readonly opened: OpenDraft;
  readonly profile: BureauProfile;
  readonly language: Language;
  readonly readOnly: boolean;
}

/** Every version that was kept, newest first. Each can be seen, compared and brought back; nothing is ever taken away. */
export function HistoryPanel({ opened, profile, language, readOnly }: HistoryPanelProps) {
  const text = useText();
  const [shown, setShown] = useState<RevisionSummary | null>(null);
  const [onlyMilestones, setOnlyMilestones] = useState(false);
  const [personId, setPersonId] = useState<string | null>(null);
  const { data } = useRevisions(opened.summary.id);
  const { revision: head } = opened;
  const revisions = useMemo(() => (data ?? [head]).toSorted((a, b) => b.sequence - a.sequence), [data, head]);
  const currentId = useMemo(() => currentVersion(revisions, head.id), [revisions, head]);
  const milestones = useMilestones(opened, revisions);
  const people = new Map(revisions.map(({ by }) => [by.id, by.name]));

  return (
    <>
      <p className="faint history-hint">{text('history.hint')}</p>
      <div className="history-filters">
        <Button
          size="small"
          icon={<SplitVerticalRegular />}
          onClick={() => openComparison(revisions.find(({ id }) => id === currentId)?.parentId ?? head.id, 'now')}
        >
          {text('compare.title')}
        </Button>
        <Checkbox
          label={text('history.onlyMilestones')}
          checked={onlyMilestones}
          onChange={(_event, { checked }) => setOnlyMilestones(checked === true)}
        />
        {people.size > 1 && (
          <Select
            size="small"
            aria-label={text('history.person')}
            value={personId ?? ''}
            onChange={(_event, { value }) => setPersonId(value === '' ? null : value)}
          >
            <option value="">{text('history.everybody')}</option>
            {[...people].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
      <div role="region" aria-label={text('history.title')}>
        <Timeline
          revisions={revisions}
          milestones={milestones}
          currentId={currentId}
          incomingId={opened.incoming?.id ?? null}
          onlyMilestones={onlyMilestones}
          personId={personId}
          language={language}
          onShow={setShown}
        />
      </div>
      {shown && (
        <VersionPreview
          revision={shown}
          milestone={milestones.get(shown.id)}
          earlier={revisions.find(({ sequence }) => sequence < shown.sequence) ?? null}
          profile={profile}
          mayRestore={!readOnly && shown.id !== currentId}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
