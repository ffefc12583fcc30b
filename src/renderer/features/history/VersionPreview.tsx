import { Button } from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { openComparison } from '#renderer/session/comparison.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { RevisionPreview } from '#renderer/session/RevisionPreview.tsx';
import { dateTime } from '#renderer/ui/format.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { RevisionSummary } from '#shared/model/revision.ts';
import { MilestonePills } from './MilestonePills.tsx';
import type { Milestone } from './use-milestones.ts';
import { VersionNameField } from './VersionNameField.tsx';

export interface VersionPreviewProps {
  readonly revision: RevisionSummary;
  readonly milestone: Milestone | undefined;
  /** The version before it; null for the first. */
  readonly earlier: RevisionSummary | null;
  readonly profile: BureauProfile;
  readonly mayRestore: boolean;
  readonly onClose: () => void;
}

/** A version as it would stand on the sheet, with what can be done with it. */
export function VersionPreview({ revision, milestone, earlier, profile, mayRestore, onClose }: VersionPreviewProps) {
  const text = useText();

  const restore = async () => {
    const done = await attempt(async () => {
      await draftActs().flush();
      draftActs().replace(await call('draft:restore-revision', { revisionId: revision.id }), 'other-words');
      return true;
    });
    if (!done) return;
    onClose();
    const title = text('history.restored', { value: revision.sequence });
    notify({ intent: 'success', title, passing: true, topic: 'revision' });
  };
  const compare = (before: string, after: string) => {
    onClose();
    openComparison(before, after);
  };

  return (
    <RevisionPreview
      revisionId={revision.id}
      title={[
        text('history.sequence', { value: revision.sequence }),
        text(`history.kind.${revision.kind}`),
        dateTime(revision.at),
      ].join(' · ')}
      profile={profile}
      onClose={onClose}
      note={
        <div className="version-note">
          <MilestonePills milestone={milestone} />
          <VersionNameField
            key={milestone?.name}
            draftId={revision.draftId}
            revisionId={revision.id}
            name={milestone?.name ?? ''}
          />
        </div>
      }
      acts={
        <>
          {mayRestore && (
            <Button appearance="primary" title={text('history.restoreHint')} onClick={() => void restore()}>
              {text('history.restore')}
            </Button>
          )}
          <Button onClick={() => compare(revision.id, 'now')}>{text('compare.withNow')}</Button>
          {earlier && <Button onClick={() => compare(earlier.id, revision.id)}>{text('compare.withEarlier')}</Button>}
        </>
      }
    />
  );
}
