import { useText } from '#renderer/i18n/text.ts';
import type { BlockNode, ListNode } from '#shared/document/schema.ts';
import { inlineText, picturesOf } from '#shared/document/walk.ts';
import type { DiffBlockProps } from './block-props.ts';
import { listLines, shownRuns } from './block-runs.ts';
import { DiffField } from './DiffField.tsx';
import { DiffTable } from './DiffTable.tsx';
import { DiffWords } from './DiffWords.tsx';
import { RunWords } from './RunWords.tsx';

/** A block of one side, or of both in one, with what changed in it. */
export function DiffBlock(props: DiffBlockProps) {
  const { change, side, name } = props;
  return (
    <>
      <Body {...props} />
      {change?.fields.map(
        (field, at) =>
          field.field !== 'text' && (
            <DiffField key={`${field.field}.${field.index}`} change={field} side={side} name={`${name}.f${at}`} />
          ),
      )}
    </>
  );
}

function Body({ before, after, change, side, name }: DiffBlockProps) {
  const text = useText();
  const block = side === 'before' ? before : after;
  const words = shownRuns(block, change, side, name).map((run) => <RunWords key={run.name} run={run} side={side} />);
  switch (block.type) {
    case 'paragraph':
      return (
        <p className="diff-paragraph" data-align={block.align}>
          {words}
        </p>
      );
    case 'heading':
      return <p className={`diff-heading-${block.level}`}>{words}</p>;
    case 'quote':
      return <blockquote className="diff-quote">{words}</blockquote>;
    case 'list':
      return <ListBody before={before} after={after} change={change} side={side} name={name} />;
    case 'table':
      return <DiffTable before={before} after={after} change={change} side={side} name={name} />;
    case 'figure':
      return (
        <figure className="diff-figure">
          <div className="diff-pictures">
            {picturesOf(block).map(({ asset, alt }, index) =>
              asset === null ? (
                <span key={`waiting-${String(index)}`} className="diff-waiting">
                  {text('compare.noPicture')}
                </span>
              ) : (
                <img key={`${asset}-${String(index)}`} src={`/media/${asset}`} alt={alt} loading="lazy" />
              ),
            )}
          </div>
          <figcaption>
            {inlineText(before.type === 'figure' ? before.children : []) + inlineText(block.children) !== '' && '▲'}
            {words}
            {block.credit !== '' && (
              <span className="diff-credit"> {text('compare.credit', { name: block.credit })}</span>
            )}
          </figcaption>
        </figure>
      );
    case 'boilerplate': {
      const at = change?.fields.findIndex((field) => field.field === 'text') ?? -1;
      const pieces = change?.fields[at]?.pieces;
      const whole = [{ type: 'text', text: block.text }] as const;
      return (
        <p className="diff-boilerplate">
          <DiffWords
            pieces={pieces ?? [{ change: 'none', before: whole, after: whole }]}
            side={side}
            name={`${name}.f${at}`}
          />
        </p>
      );
    }
    case 'horizontal-rule':
      return <hr className="diff-rule" />;
  }
}

function ListBody({ before, after, change, side, name }: DiffBlockProps) {
  const lines = { before: linesOf(before), after: linesOf(after) };
  return (
    <div className="diff-list" role="list">
      {shownRuns(side === 'before' ? before : after, change, side, name).map((run) => {
        const of = run.after === null || side === 'before' ? 'before' : 'after';
        const { level, marker } = lines[of][run[of] ?? 0] ?? { level: 0, marker: '•' };
        return (
          <div key={run.name} className="diff-item" role="listitem" data-level={Math.min(level, 4)}>
            <span aria-hidden="true">{marker}</span>
            <span>
              <RunWords run={run} side={side} />
            </span>
          </div>
        );
      })}
    </div>
  );
}

function linesOf(block: BlockNode): ReturnType<typeof listLines> {
  return block.type === 'list' ? listLines(block satisfies ListNode) : [];
}
