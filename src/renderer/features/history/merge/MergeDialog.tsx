import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call, codedErrorOf } from '#renderer/api/desk-api.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { closeMerging, useMerging } from '#renderer/session/merging.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import {
  isConflict,
  mergeContents,
  settleMerge,
  type BlockChoice,
  type MergeSide,
} from '#shared/document/merge/merge-content.ts';
import type { Response } from '#shared/ipc/contract.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { MetadataFields } from '#shared/model/draft.ts';
import { BlockQuestion, FieldQuestion } from './MergeQuestion.tsx';
import '../compare/compare.css';
import '../compare/words.css';
import './merge.css';

/** Both sides of a draft put together by block; where both changed the same, the person chooses. Raised through `openMerging`. */
export function MergeDialog({ profile }: { readonly profile: BureauProfile }) {
  const draftId = useMerging((state) => state.draftId);
  return draftId && <Shown draftId={draftId} profile={profile} />;
}

function Shown({ draftId, profile }: { readonly draftId: string; readonly profile: BureauProfile }) {
  const text = useText();
  const { data, error } = useQuery({
    queryKey: ['conflict', draftId],
    queryFn: async () => {
      await draftActs().flush();
      return call('exchange:read-conflict', { draftId });
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  // A dialog that opens without anything to go to is hidden from readers of the screen: it waits for what it shows.
  if (!data && !error) return null;
  return (
    <ShownDialog onClose={closeMerging}>
      <DialogSurface className="compare-dialog merge-dialog">
        <DialogBody className="compare-body">
          <DialogTitle>{text('merge.title')}</DialogTitle>
          {data ? (
            <Sides draftId={draftId} sides={data} profile={profile} />
          ) : (
            <>
              <DialogContent>
                <p role="alert">{errorText(text, codedErrorOf(error))}</p>
              </DialogContent>
              <DialogActions>
                <Button onClick={closeMerging}>{text('common.close')}</Button>
              </DialogActions>
            </>
          )}
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}

interface SidesProps {
  readonly draftId: string;
  readonly sides: Response<'exchange:read-conflict'>;
  readonly profile: BureauProfile;
}

function Sides({ draftId, sides, profile }: SidesProps) {
  const text = useText();
  const { base, mine, theirs, incomingId } = sides;
  const merge = useMemo(() => base && mergeContents(base, mine, theirs), [base, mine, theirs]);
  const [blocks, setBlocks] = useState<readonly BlockChoice[]>([]);
  const [fields, setFields] = useState<Partial<Record<keyof MetadataFields, MergeSide>>>({});
  const [busy, setBusy] = useState(false);
  const questions = merge?.parts.filter(isConflict) ?? [];
  const count = questions.length + (merge?.fields.length ?? 0);

  const keep = async () => {
    if (!merge) return;
    setBusy(true);
    await attempt(async () => {
      const content = settleMerge(merge, { blocks, fields });
      const answer = await call('exchange:merge', { draftId, incomingId, content });
      draftActs().replace(answer, 'other-words');
      closeMerging();
      notify({ intent: 'success', title: text('merge.done'), passing: true, topic: 'conflict' });
    });
    setBusy(false);
  };

  return (
    <>
      <DialogContent className="compare-content">
        <p className="merge-say">
          {merge ? text(count === 0 ? 'merge.noQuestions' : 'merge.questions', { count }) : text('merge.noBase')}
        </p>
        <div className="compare-view diff-words merge-view" tabIndex={0} role="region" aria-label={text('merge.title')}>
          {count > 0 && (
            <div className="merge-names">
              <span>{text('merge.sides.mine')}</span>
              <span>{text('merge.sides.theirs')}</span>
            </div>
          )}
          {merge && count === 0 && <Empty title={text('merge.allSettled')} />}
          {merge?.fields.map(({ field }, index) => (
            <FieldQuestion
              key={field}
              place={index + 1}
              of={count}
              field={field}
              mine={mine.metadata}
              theirs={theirs.metadata}
              profile={profile}
              choice={fields[field] ?? 'mine'}
              onChoose={(choice) => setFields({ ...fields, [field]: choice })}
            />
          ))}
          {questions.map((question, index) => (
            <BlockQuestion
              // oxlint-disable-next-line react/no-array-index-key -- questions stand in their order as long as the dialog does
              key={index}
              place={(merge?.fields.length ?? 0) + index + 1}
              of={count}
              question={question}
              choice={blocks[index] ?? 'mine'}
              onChoose={(choice) =>
                setBlocks(questions.map((_one, at) => (at === index ? choice : (blocks[at] ?? 'mine'))))
              }
            />
          ))}
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={closeMerging}>{text('common.cancel')}</Button>
        <Button appearance="primary" disabledFocusable={!merge || busy} onClick={() => void keep()}>
          {text('merge.keep')}
        </Button>
      </DialogActions>
    </>
  );
}
