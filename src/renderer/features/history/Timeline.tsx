import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { dateTime, weekday } from '#renderer/ui/format.ts';
import type { RevisionSummary } from '#shared/model/revision.ts';
import type { Language } from '#shared/model/settings.ts';
import { timelineOf } from './timeline.ts';
import type { Milestone } from './use-milestones.ts';
import { VersionLine } from './VersionLine.tsx';

export interface TimelineProps {
  readonly revisions: readonly RevisionSummary[];
  readonly milestones: ReadonlyMap<string, Milestone>;
  readonly currentId: string;
  /** The other side's version, while both stand. */
  readonly incomingId: string | null;
  readonly onlyMilestones: boolean;
  readonly personId: string | null;
  readonly language: Language;
  readonly onShow: (revision: RevisionSummary) => void;
}

const dayOf = (moment: string): string => dateTime(moment).slice(0, 10);

/** The versions by days, newest first; what the clock kept in one go is folded. */
export function Timeline(props: TimelineProps) {
  const { revisions, milestones, currentId, incomingId, onlyMilestones, personId, language, onShow } = props;
  const text = useText();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const days = useMemo(() => {
    const kept = new Set(milestones.keys());
    return timelineOf(revisions, { only: onlyMilestones ? kept : null, personId, opened, kept }, dayOf);
  }, [revisions, milestones, onlyMilestones, personId, opened]);

  const placeOf = (id: string) => (id === currentId ? 'current' : id === incomingId ? 'incoming' : null);

  if (days.length === 0) return <p className="faint">{text('history.noneShown')}</p>;
  return days.map(({ day, items }) => (
    <section key={day} aria-label={day}>
      <h3 className="history-day">
        <span className="numeric">{day}</span> {weekday(language, `${day}T12:00:00`)}
      </h3>
      <ol className="history">
        {items.map((item) => (
          <li key={item.kind === 'fold' ? `fold-${item.id}` : item.revision.id}>
            {item.kind === 'fold' ? (
              <Button
                className="history-fold"
                appearance="transparent"
                size="small"
                onClick={() => setOpened(new Set([...opened, item.id]))}
              >
                {text('history.folded', { value: item.count })}
              </Button>
            ) : (
              <VersionLine
                revision={item.revision}
                change={item.change}
                milestone={milestones.get(item.revision.id)}
                place={placeOf(item.revision.id)}
                language={language}
                onShow={() => onShow(item.revision)}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  ));
}
