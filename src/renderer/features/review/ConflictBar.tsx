import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { openComparison } from '#renderer/session/comparison.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { openMerging } from '#renderer/session/merging.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { RevisionPreview } from '#renderer/session/RevisionPreview.tsx';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';

/** Both sides changed the draft: says so, shows the other side, and lets the person choose. Neither is lost. */
export function ConflictBar({ opened, profile }: { readonly opened: OpenDraft; readonly profile: BureauProfile }) {
  const text = useText();
  const [viewing, setViewing] = useState(false);
  const { incoming } = opened;
  if (!incoming) return null;

  const keep = (side: 'mine' | 'incoming') =>
    attempt(async () => {
      await draftActs().flush();
      const answer = await call('draft:resolve-conflict', { draftId: opened.summary.id, keep: side });
      draftActs().replace(answer, 'other-words');
      notify({ intent: 'success', title: text('review.resolved'), passing: true, topic: 'conflict' });
    });

  return (
    <MessageBar intent="warning" layout="multiline" className="bar conflict-bar">
      <MessageBarBody>
        <MessageBarTitle>{text('review.conflictTitle')}</MessageBarTitle>
        <span className="notice-line">{text('review.conflictBody', { name: incoming.by.name })}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => setViewing(true)}>
          {text('review.viewIncoming')}
        </Button>
        <Button size="small" onClick={() => openComparison('now', incoming.id)}>
          {text('compare.open')}
        </Button>
        <Button size="small" onClick={() => openMerging(opened.summary.id)}>
          {text('merge.open')}
        </Button>
        <Button size="small" onClick={() => void keep('incoming')}>
          {text('review.takeIncoming')}
        </Button>
        <Button size="small" onClick={() => void keep('mine')}>
          {text('review.keepMine')}
        </Button>
      </MessageBarActions>
      {viewing && (
        <RevisionPreview
          revisionId={incoming.id}
          title={`${incoming.by.name} · ${incoming.headline}`}
          profile={profile}
          onClose={() => setViewing(false)}
        />
      )}
    </MessageBar>
  );
}
