import { useText } from '#renderer/i18n/text.ts';
import { dateTime, grouped, hourMinute } from '#renderer/ui/format.ts';
import type { RevisionSummary } from '#shared/model/revision.ts';
import type { Language } from '#shared/model/settings.ts';
import { MilestonePills } from './MilestonePills.tsx';
import type { Milestone } from './use-milestones.ts';

export interface VersionLineProps {
  readonly revision: RevisionSummary;
  /** Characters more or fewer than in the version before. */
  readonly change: number;
  readonly milestone: Milestone | undefined;
  /** What the sheet goes on from, or what waits beside it; null for all others. */
  readonly place: 'current' | 'incoming' | null;
  readonly language: Language;
  readonly onShow: () => void;
}

/** One version on the timeline: when, what it was, by whom, how much longer it got. */
export function VersionLine({ revision, change, milestone, place, language, onShow }: VersionLineProps) {
  const text = useText();
  const { sequence, kind, by, at, characters } = revision;
  return (
    <button type="button" className="history-line" data-milestone={milestone !== undefined} onClick={onShow}>
      <span className="history-head">
        <time className="numeric" dateTime={at} title={dateTime(at)}>
          {hourMinute(language, at)}
        </time>
        <strong>{text('history.sequence', { value: sequence })}</strong>
        <MilestonePills milestone={milestone} />
        {place && (
          <span className={`pill ${place === 'current' ? 'pill-brand' : 'pill-warning'}`}>
            {text(`history.${place}`)}
          </span>
        )}
      </span>
      <span className="faint history-facts">
        <span>
          {text(`history.kind.${kind}`)} · {by.name}
        </span>
        <span className="numeric">
          {text('status.characters', { value: grouped(characters) })}
          {change !== 0 && ` ${change > 0 ? '+' : '−'}${grouped(Math.abs(change))}`}
        </span>
      </span>
    </button>
  );
}
