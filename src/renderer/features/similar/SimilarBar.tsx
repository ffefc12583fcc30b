import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Tooltip,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useText } from '#renderer/i18n/text.ts';
import { openComparison } from '#renderer/session/comparison.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { ignoreHints } from '#renderer/session/ignored-hints.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { dateTime } from '#renderer/ui/format.ts';
import { similarHint, type SimilarDraft } from '#shared/model/similar-draft.ts';
import { useSimilarDrafts } from './use-similar-drafts.ts';
import './similar.css';

/** Says calmly, at the foot of the sheet, that the event of a draft that is being begun seems to have been told before. */
export function SimilarBar({ ignored }: { readonly ignored: readonly string[] }) {
  const text = useText();
  const { draftId, similar } = useSimilarDrafts(ignored);
  if (draftId === null || similar.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline" className="notice similar">
      <MessageBarBody className="notice-body">
        <MessageBarTitle>{text('similar.title')}</MessageBarTitle>
        <ul className="similar-drafts" aria-label={text('similar.title')}>
          {similar.map((draft) => (
            <SimilarLine key={draft.draftId} draft={draft} />
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Tooltip content={text('similar.dismiss')} relationship="label">
            <Button
              appearance="transparent"
              icon={<Dismiss16Regular />}
              onClick={() => void ignoreHints([similarHint(draftId)])}
            />
          </Tooltip>
        }
      />
    </MessageBar>
  );
}

function SimilarLine({ draft }: { readonly draft: SimilarDraft }) {
  const text = useText();
  const { draftId, headline, as, at, revisionId } = draft;
  const name = headline === '' ? text('drafts.untitled') : headline;
  return (
    <li className="similar-draft">
      <span className="similar-headline" title={name}>
        {name}
      </span>
      <span className="faint similar-when">{text(`similar.${as}`, { at: dateTime(at) })}</span>
      <Button
        size="small"
        onClick={() => openComparison(revisionId, 'now')}
        aria-label={text('similar.compareWith', { name })}
      >
        {text('compare.open')}
      </Button>
      <Button
        size="small"
        onClick={() => void attempt(() => draftActs().open(draftId))}
        aria-label={text('similar.openThis', { name })}
      >
        {text('drafts.open')}
      </Button>
    </li>
  );
}
