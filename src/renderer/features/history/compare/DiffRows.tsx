import { Button, Tooltip } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons';
import { memo, useState, type ReactNode } from 'react';
import { useText, type Translate } from '#renderer/i18n/text.ts';
import type { DiffRow, DocumentDiff } from '#shared/document/diff/content-diff.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { ChangeStop, changeLabel } from './ChangeStop.tsx';
import { DiffBlock } from './DiffBlock.tsx';
import { foldRows } from './fold-rows.ts';
import type { Side } from './side.ts';

export interface DiffRowsProps {
  readonly diff: DocumentDiff;
  /** Two columns, or both versions in one text. */
  readonly sides: readonly Side[];
  readonly onlyChanges: boolean;
  /** Takes a block that went or changed over to the sheet, and answers its place there; left out where that may not be. */
  readonly onInsert?: ((block: BlockNode) => number | null) | undefined;
}

/** All blocks of both versions, beside each other where they belong together. */
export const DiffRows = memo(function DiffRows({ diff, sides, onlyChanges, onInsert }: DiffRowsProps) {
  const text = useText();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  // By the block's place in the older version, which stays when the newer one is compared anew.
  const [inserted, setInserted] = useState<ReadonlyMap<number, number>>(new Map());
  const insert = (at: number, block: BlockNode): void => {
    const place = onInsert?.(block) ?? null;
    if (place !== null) setInserted(new Map([...inserted, [at, place]]));
  };
  const rows = onlyChanges ? foldRows(diff.rows, opened) : diff.rows.map((_row, at) => ({ kind: 'row', at }) as const);
  return rows.map((item) => {
    const row = diff.rows[item.at];
    if (item.kind === 'fold') {
      return (
        <div key={`fold-${item.at}`} className="diff-fold">
          <Button appearance="subtle" size="small" onClick={() => setOpened(new Set([...opened, item.at]))}>
            {text('compare.unchanged', { value: item.count })}
          </Button>
        </div>
      );
    }
    return (
      row && (
        <div key={item.at} className="diff-row" data-kind={row.kind}>
          {sides.map((side) => (
            <div key={side} className="diff-cell" data-side={side}>
              <RowBlock diff={diff} row={row} side={side} name={`r${item.at}`} />
              {side !== 'after' && onInsert && (
                <InsertButton diff={diff} row={row} inserted={inserted} onInsert={insert} />
              )}
            </div>
          ))}
        </div>
      )
    );
  });
});

interface InsertButtonProps {
  readonly diff: DocumentDiff;
  readonly row: DiffRow;
  /** Where blocks of the older version stand on the sheet since they were brought back. */
  readonly inserted: ReadonlyMap<number, number>;
  readonly onInsert: (at: number, block: BlockNode) => void;
}

/**
 * On the older side of what went or changed: brings the block back as it was, beside what stands there now. What was done is
 * said in its place: a notice would lie under the dialog, and a second press bring a second one.
 */
function InsertButton({ diff, row, inserted, onInsert }: InsertButtonProps) {
  const text = useText();
  // What moved is told of where it was.
  if (!('before' in row) || row.kind === 'moved') return null;
  const place = inserted.get(row.before);
  if (place !== undefined) {
    return (
      <span className="diff-insert diff-inserted" role="status">
        {text('compare.insertedAt', { value: place })}
      </span>
    );
  }
  const block = diff.before[row.before];
  if (!block || (row.kind !== 'removed' && row.kind !== 'changed')) return null;
  return (
    <Tooltip content={text('compare.insertHint')} relationship="description">
      <Button
        className="diff-insert"
        size="small"
        icon={<ArrowReplyRegular />}
        onClick={() => onInsert(row.before, block)}
      >
        {text('compare.insert')}
      </Button>
    </Tooltip>
  );
}

interface RowBlockProps {
  readonly diff: DocumentDiff;
  readonly row: DiffRow;
  readonly side: Side;
  readonly name: string;
}

function RowBlock({ diff, row, side, name }: RowBlockProps): ReactNode {
  const text = useText();
  const before = 'before' in row ? diff.before[row.before] : undefined;
  const after = 'after' in row ? diff.after[row.after] : undefined;
  const [old, now] = [before ?? after, after ?? before];
  if (!old || !now) return null;
  const block = { before: old, after: now, side, name };
  switch (row.kind) {
    case 'same':
      return <DiffBlock {...block} change={null} />;
    case 'changed':
      return <DiffBlock {...block} change={row.change} />;
    case 'removed':
      if (side === 'after') return null;
      return (
        <ChangeStop name={name} label={changeLabel(text, wordsOf(text, old), '')} as="div" className="diff-went">
          <DiffBlock {...block} change={null} />
        </ChangeStop>
      );
    case 'inserted':
      if (side === 'before') return null;
      return (
        <ChangeStop name={name} label={changeLabel(text, '', wordsOf(text, now))} as="div" className="diff-came">
          <DiffBlock {...block} change={null} />
        </ChangeStop>
      );
    case 'moved-away':
      if (side === 'after') return null;
      return (
        <div className="diff-moved">
          <p className="diff-note">{text('compare.movedTo', { value: row.after + 1 })}</p>
          {/* The words themselves are compared at their new place. */}
          <DiffBlock {...block} after={old} change={null} />
        </div>
      );
    case 'moved': {
      if (side === 'before') return null;
      const note = text('compare.movedFrom', { value: row.before + 1 });
      return (
        <div className="diff-moved">
          <ChangeStop name={name} label={`${note}：${wordsOf(text, now)}`} as="div" className="diff-note">
            {note}
          </ChangeStop>
          <DiffBlock {...block} side="both" change={row.change} />
        </div>
      );
    }
  }
}

/** What a block is called by screen readers: its words, or what it is. */
function wordsOf(text: Translate, block: BlockNode): string {
  const words = blockText(block);
  if (words.trim() !== '') return words;
  return block.type === 'figure' ? text('compare.picture') : text('compare.emptyBlock');
}
