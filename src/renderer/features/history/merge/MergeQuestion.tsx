import { Radio, RadioGroup } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { diffDocuments } from '#shared/document/diff/content-diff.ts';
import type { BlockChoice, BlockConflict, MergeSide } from '#shared/document/merge/merge-content.ts';
import { emptyDocument, type BlockNode, type Document } from '#shared/document/schema.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftMetadata, MetadataFields } from '#shared/model/draft.ts';
import { DiffMetadata } from '../compare/DiffMetadata.tsx';
import { DiffRows } from '../compare/DiffRows.tsx';
import type { Side } from '../compare/side.ts';

const besides: readonly Side[] = ['before', 'after'];

interface QuestionProps<Choice extends BlockChoice> {
  readonly place: number;
  readonly of: number;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** A stretch of blocks that both sides changed: mine and theirs beside each other, and whose shall stand. */
export function BlockQuestion({
  question,
  ...props
}: QuestionProps<BlockChoice> & { readonly question: BlockConflict }) {
  const diff = useMemo(() => diffDocuments(documentOf(question.mine), documentOf(question.theirs)), [question]);
  const both = question.mine.length > 0 && question.theirs.length > 0;
  return (
    <Question {...props} choices={both ? ['mine', 'theirs', 'both'] : ['mine', 'theirs']}>
      <DiffRows diff={diff} sides={besides} onlyChanges={false} />
    </Question>
  );
}

interface FieldQuestionProps extends QuestionProps<MergeSide> {
  readonly field: keyof MetadataFields;
  readonly mine: DraftMetadata;
  readonly theirs: DraftMetadata;
  readonly profile: BureauProfile;
}

/** A field of the draft's information that both sides changed. */
export function FieldQuestion({ field, mine, theirs, profile, ...props }: FieldQuestionProps) {
  const of = { fields: [field], before: mine, after: theirs, profile };
  return (
    <Question {...props} choices={['mine', 'theirs']}>
      <div className="diff-row">
        {besides.map((side) => (
          <div key={side} className="diff-cell" data-side={side}>
            <DiffMetadata {...of} side={side} />
          </div>
        ))}
      </div>
    </Question>
  );
}

function Question<Choice extends BlockChoice>({
  place,
  of,
  choice,
  choices,
  onChoose,
  children,
}: QuestionProps<Choice> & { readonly choices: readonly Choice[]; readonly children: ReactNode }) {
  const text = useText();
  const title = text('merge.place', { value: place, of });
  return (
    <section className="merge-question" aria-label={title}>
      <div className="merge-head">
        <h3>{title}</h3>
        <RadioGroup
          layout="horizontal"
          aria-label={title}
          value={choice}
          onChange={(_event, { value }) => {
            const chosen = choices.find((one) => one === value);
            if (chosen) onChoose(chosen);
          }}
        >
          {choices.map((one) => (
            <Radio key={one} value={one} label={text(`merge.choice.${one}`)} />
          ))}
        </RadioGroup>
      </div>
      <div className="merge-sides">{children}</div>
    </section>
  );
}

function documentOf(blocks: readonly BlockNode[]): Document {
  return { ...emptyDocument(), children: [...blocks] };
}
