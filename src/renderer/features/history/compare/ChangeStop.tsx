import type { ReactNode } from 'react';
import { useText, type Translate } from '#renderer/i18n/text.ts';

export interface ChangeStopProps {
  /** Its name among `changesOf`. */
  readonly name: string;
  /** What screen readers say. */
  readonly label: string;
  readonly as?: 'span' | 'div';
  readonly className?: string;
  readonly children: ReactNode;
}

/** A change that the keys stop at. */
export function ChangeStop({ name, label, as: Tag = 'span', className = '', children }: ChangeStopProps) {
  return (
    <Tag className={`diff-stop ${className}`} data-change={name} role="group" aria-label={label} tabIndex={-1}>
      {children}
    </Tag>
  );
}

/** `删除：…，新增：…` */
export function changeLabel(text: Translate, before: string, after: string): string {
  if (before === '') return text('compare.inserted', { words: after });
  if (after === '') return text('compare.removed', { words: before });
  return text('compare.replaced', { before, after });
}

/** A value as it was and as it became. */
export function ValueChange(props: {
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly side: 'before' | 'after' | 'both';
}) {
  const text = useText();
  const empty = <span className="faint">{text('compare.empty')}</span>;
  return (
    <>
      {props.side !== 'after' && <del>{props.before === '' ? empty : props.before}</del>}
      {props.side === 'both' && ' '}
      {props.side !== 'before' && <ins>{props.after === '' ? empty : props.after}</ins>}
    </>
  );
}
