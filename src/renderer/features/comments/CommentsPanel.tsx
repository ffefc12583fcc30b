import { Button, Field, Textarea } from '@fluentui/react-components';
import { CommentAdd16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ago } from '#renderer/ui/format.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { Person } from '#shared/model/person.ts';
import type { Language } from '#shared/model/settings.ts';
import { addComment, resolveComment } from './comment-acts.ts';
import { beginComment, endComment, useCommentDraft, writeRemark } from './comment-draft.ts';
import './comments.css';

export interface CommentsPanelProps {
  readonly opened: OpenDraft;
  readonly person: Person;
  readonly language: Language;
}

/** Remarks on words of the sheet: open ones first, settled ones folded away. */
export function CommentsPanel({ opened, language }: CommentsPanelProps) {
  const text = useText();
  const now = useNow();
  const [showSettled, setShowSettled] = useState(false);
  const open = opened.comments.filter((comment) => comment.resolvedAt === null);
  const settled = opened.comments.filter((comment) => comment.resolvedAt !== null);
  const when = (comment: Comment) =>
    ago(language, comment.at, now, { justNow: text('drafts.justNow'), yesterday: text('drafts.yesterday') });

  return (
    <>
      <NewComment draftId={opened.summary.id} />
      {open.length === 0 && settled.length === 0 && (
        <Empty title={text('comments.empty')} hint={text('comments.addHint')} />
      )}
      {open.map((comment) => (
        <CommentCard key={comment.id} comment={comment} when={when(comment)} />
      ))}
      {settled.length > 0 && (
        <Button appearance="subtle" size="small" onClick={() => setShowSettled(!showSettled)}>
          {showSettled ? text('comments.hideResolved') : text('comments.showResolved', { count: settled.length })}
        </Button>
      )}
      {showSettled && settled.map((comment) => <CommentCard key={comment.id} comment={comment} when={when(comment)} />)}
    </>
  );
}

function NewComment({ draftId }: { readonly draftId: string }) {
  const text = useText();
  const words = useDraftSession((session) => session.selection?.words ?? '');
  const draft = useCommentDraft((store) => (store.draft?.draftId === draftId ? store.draft : null));
  const [busy, setBusy] = useState(false);

  const save = async () => {
    if (!draft || busy || draft.remark.trim() === '') return;
    setBusy(true);
    const done = await attempt(() => addComment(draft), 'comment');
    setBusy(false);
    if (done) endComment();
  };

  if (draft === null) {
    return (
      <div className="comment-begin">
        <Button
          size="small"
          icon={<CommentAdd16Regular />}
          disabled={words === ''}
          // The selection on the sheet must stay where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={beginComment}
        >
          {text('comments.add')}
        </Button>
      </div>
    );
  }
  return (
    <Card tone="hint">
      <blockquote className="comment-quote">{draft.quote}</blockquote>
      <Field label={text('comments.text')}>
        <Textarea
          autoFocus
          rows={3}
          maxLength={2000}
          value={draft.remark}
          placeholder={text('comments.placeholder')}
          onChange={(_event, data) => writeRemark(data.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) void save();
          }}
        />
      </Field>
      <div className="card-acts">
        <Button
          appearance="primary"
          size="small"
          disabled={busy || draft.remark.trim() === ''}
          onClick={() => void save()}
        >
          {text('comments.save')}
        </Button>
        <Button size="small" onClick={endComment}>
          {text('common.cancel')}
        </Button>
      </div>
    </Card>
  );
}

function CommentCard({ comment, when }: { readonly comment: Comment; readonly when: string }) {
  const text = useText();
  const settled = comment.resolvedAt !== null;
  return (
    <Card tone={settled ? 'plain' : 'hint'}>
      <div className="comment-head">
        <strong>{comment.by.name}</strong>
        <span className="faint">{when}</span>
      </div>
      <blockquote className="comment-quote">{comment.quote}</blockquote>
      <p className="comment-text">{comment.text}</p>
      {comment.resolvedBy && (
        <p className="faint comment-text">{text('comments.resolvedBy', { name: comment.resolvedBy.name })}</p>
      )}
      <div className="card-acts">
        <Button
          size="small"
          appearance={settled ? 'secondary' : 'primary'}
          onClick={() => void attempt(() => resolveComment(comment, !settled), 'comment')}
        >
          {text(settled ? 'comments.reopen' : 'comments.resolve')}
        </Button>
        <Button size="small" onClick={() => draftSession().handle?.revealComment(comment.id)}>
          {text('comments.jump')}
        </Button>
      </div>
    </Card>
  );
}
