import { Button } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useRevisions } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { openComparison } from '#renderer/session/comparison.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { RevisionPreview } from '#renderer/session/RevisionPreview.tsx';
import { ago, dateTime, grouped } from '#renderer/ui/format.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { RevisionSummary } from '#shared/model/revision.ts';
import type { Language } from '#shared/model/settings.ts';
import './history.css';

export interface HistoryPanelProps {
  readonly opened: OpenDraft;
  readonly profile: BureauProfile;
  readonly language: Language;
  readonly readOnly: boolean;
}

/** Every version that was kept, newest first. Each can be seen and brought back; nothing is ever taken away. */
export function HistoryPanel({ opened, profile, language, readOnly }: HistoryPanelProps) {
  const text = useText();
  const now = useNow();
  const [shown, setShown] = useState<RevisionSummary | null>(null);
  const { data } = useRevisions(opened.summary.id);
  const revisions = (data ?? [opened.revision]).toSorted((a, b) => b.sequence - a.sequence);

  const restore = async (revision: RevisionSummary) => {
    const done = await attempt(async () => {
      await draftActs().flush();
      draftActs().replace(await call('draft:restore-revision', { revisionId: revision.id }), 'other-words');
      return true;
    });
    if (!done) return;
    setShown(null);
    const title = text('history.restored', { value: revision.sequence });
    notify({ intent: 'success', title, passing: true, topic: 'revision' });
  };

  return (
    <>
      <p className="faint history-hint">{text('history.hint')}</p>
      <Button
        className="history-compare"
        size="small"
        icon={<ArrowSwapRegular />}
        disabled={revisions.length === 0}
        onClick={() => openComparison(revisions[1]?.id ?? revisions[0]?.id ?? 'now', 'now')}
      >
        {text('compare.title')}
      </Button>
      <ol className="history" aria-label={text('history.title')}>
        {revisions.map((revision, index) => (
          <li key={revision.id}>
            <button type="button" className="history-line" onClick={() => setShown(revision)}>
              <span className="history-head">
                <strong>{text('history.sequence', { value: revision.sequence })}</strong>
                <span className={index === 0 ? 'pill pill-brand' : 'pill'}>
                  {index === 0 ? text('history.current') : text(`history.kind.${revision.kind}`)}
                </span>
                <time className="faint" dateTime={revision.at} title={dateTime(revision.at)}>
                  {ago(language, revision.at, now, {
                    justNow: text('drafts.justNow'),
                    yesterday: text('drafts.yesterday'),
                  })}
                </time>
              </span>
              <span className="faint">
                {revision.by.name} · {text('status.characters', { value: grouped(revision.characters) })}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {shown && (
        <RevisionPreview
          revisionId={shown.id}
          title={`${text('history.previewTitle', { value: shown.sequence })} · ${text(`history.kind.${shown.kind}`)} · ${dateTime(shown.at)}`}
          profile={profile}
          onClose={() => setShown(null)}
          acts={
            <>
              {!readOnly && shown.id !== revisions[0]?.id && (
                <Button appearance="primary" title={text('history.restoreHint')} onClick={() => void restore(shown)}>
                  {text('history.restore')}
                </Button>
              )}
              <Button
                onClick={() => {
                  setShown(null);
                  openComparison(shown.id, 'now');
                }}
              >
                {text('compare.withNow')}
              </Button>
            </>
          }
        />
      )}
    </>
  );
}
