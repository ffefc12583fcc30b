import { rowStarts } from '#shared/document/diff/block-diff.ts';
import type { BlockNode, TableNode } from '#shared/document/schema.ts';
import type { DiffBlockProps } from './block-props.ts';
import { shownRuns } from './block-runs.ts';
import { RunWords } from './RunWords.tsx';

/** A table with its changed cells. Where cells were added, taken or merged, both tables stand one above the other. */
export function DiffTable(props: DiffBlockProps) {
  const { before, after, side } = props;
  if (side === 'both' && before.type === 'table' && after.type === 'table' && shapeOf(before) !== shapeOf(after)) {
    return (
      <>
        <OneTable {...props} side="before" />
        <OneTable {...props} side="after" />
      </>
    );
  }
  return <OneTable {...props} />;
}

function OneTable({ before, after, change, side, name }: DiffBlockProps) {
  const of = side === 'before' ? 'before' : 'after';
  const table: BlockNode = of === 'before' ? before : after;
  if (table.type !== 'table') return null;
  const runs = new Map(shownRuns(table, change, side, name).map((run) => [run[of], run]));
  const starts = rowStarts(table);
  return (
    <table className="diff-table">
      <tbody>
        {table.children.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other name and never change here
          <tr key={at}>
            {row.children.map((cell, place) => {
              const run = runs.get((starts[at] ?? 0) + place);
              const Tag = cell.header ? 'th' : 'td';
              return (
                // oxlint-disable-next-line react/no-array-index-key -- nor have cells
                <Tag key={place} colSpan={cell.columns} rowSpan={cell.rows} data-changed={run?.isChanged}>
                  {run && <RunWords run={run} side={side} />}
                </Tag>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shapeOf(table: TableNode): string {
  return JSON.stringify(table.children.map((row) => row.children.map((cell) => [cell.columns, cell.rows])));
}
