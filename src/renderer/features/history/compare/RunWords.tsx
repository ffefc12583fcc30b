import { useText } from '#renderer/i18n/text.ts';
import { inlineText } from '#shared/document/walk.ts';
import type { ShownRun } from './block-runs.ts';
import { ChangeStop, changeLabel } from './ChangeStop.tsx';
import { DiffWords } from './DiffWords.tsx';
import type { Side } from './side.ts';

/** A run's words; a run that came or went is one stop. */
export function RunWords({ run, side }: { readonly run: ShownRun; readonly side: Side }) {
  const text = useText();
  const words = <DiffWords pieces={run.pieces} side={side} name={run.name} />;
  if (run.state === 'stays') return words;
  const of = run.state === 'came' ? 'after' : 'before';
  const all = run.pieces.map((piece) => inlineText(piece[of])).join('');
  const label = run.state === 'came' ? changeLabel(text, '', all) : changeLabel(text, all, '');
  const Tag = run.state === 'came' ? 'ins' : 'del';
  return (
    <ChangeStop name={run.name} label={label}>
      <Tag>{all === '' ? ' ' : all}</Tag>
    </ChangeStop>
  );
}
