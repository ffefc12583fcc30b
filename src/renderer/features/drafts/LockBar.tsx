import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { lockOf } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { DraftSummary } from '#shared/model/draft.ts';
import { untrashDrafts } from './trash.ts';

/** Says why a draft cannot be changed, and the way out where there is one. */
export function LockBar({ summary }: { readonly summary: DraftSummary }) {
  const text = useText();
  const lock = lockOf(summary);
  if (lock === undefined) return null;
  const words = {
    reading: 'rescue.readOnly',
    published: 'drafts.lockedPublished',
    trash: 'drafts.lockedTrash',
    'signed-off': 'drafts.lockedSignedOff',
  } as const;
  return (
    <MessageBar intent="info" className="bar">
      <MessageBarBody>{text(words[lock])}</MessageBarBody>
      {lock === 'trash' && (
        <MessageBarActions>
          <Button size="small" onClick={() => void attempt(() => untrashDrafts([summary]))}>
            {text('drafts.untrash')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
