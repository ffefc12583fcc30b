import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';

/** Shown while words cannot be saved: what happened, that they are kept, what to do. Goes by itself once they are. */
export function SaveBar() {
  const text = useText();
  const save = useDraftSession((session) => session.save);
  if (save.kind !== 'failing') return null;
  return (
    <MessageBar intent="error" layout="multiline" className="bar">
      <MessageBarBody>
        <MessageBarTitle>{text('drafts.saveProblem', { problem: errorText(text, save.error) })}</MessageBarTitle>
        <span className="notice-line">{text('drafts.saveKept')}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => draftActs().pause()}>
          {text('drafts.retryNow')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
