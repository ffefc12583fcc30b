import { Fragment, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import type { Piece } from '#shared/document/diff/words.ts';
import type { InlineNode, TextFormat } from '#shared/document/schema.ts';
import { inlineText, toConfirmText } from '#shared/document/walk.ts';
import { ChangeStop, changeLabel } from './ChangeStop.tsx';
import { shownOf, type Side } from './side.ts';

const formatTags: Readonly<Record<TextFormat, 'strong' | 'em' | 'sub' | 'sup' | 'u'>> = {
  bold: 'strong',
  italic: 'em',
  subscript: 'sub',
  superscript: 'sup',
  underline: 'u',
};

export interface DiffWordsProps {
  readonly pieces: readonly Piece[];
  readonly side: Side;
  /** Each piece that changed is a stop, `<name>.p<number>`; null where the whole of them is one. */
  readonly name: string | null;
}

export function DiffWords({ pieces, side, name }: DiffWordsProps) {
  const text = useText();
  return pieces.map((piece, number) => {
    const key = `${name ?? ''}.p${String(number)}`;
    const { old, now } = shownOf(piece, side);
    if (piece.change === 'none') return <Inlines key={key} nodes={now} />;
    if (old.length + now.length === 0) return null;
    if (name === null) return <Marked key={key} piece={piece} side={side} />;
    const label =
      piece.change === 'form'
        ? text('compare.form', { words: inlineText(piece.after) })
        : changeLabel(text, inlineText(piece.before), inlineText(piece.after));
    return (
      <ChangeStop key={key} name={key} label={label} className={piece.change === 'form' ? 'diff-form' : ''}>
        <Marked piece={piece} side={side} />
      </ChangeStop>
    );
  });
}

function Marked({ piece, side }: { readonly piece: Piece; readonly side: Side }) {
  const { old, now } = shownOf(piece, side);
  if (piece.change === 'form') return <Inlines nodes={now} />;
  return (
    <>
      {old.length > 0 && (
        <del>
          <Inlines nodes={old} />
        </del>
      )}
      {now.length > 0 && (
        <ins>
          <Inlines nodes={now} />
        </ins>
      )}
    </>
  );
}

/** Inline content as readers see it; links do not lead anywhere here. */
export function Inlines({ nodes }: { readonly nodes: readonly InlineNode[] }) {
  // oxlint-disable-next-line react/no-array-index-key -- words have no other name and never change here
  return nodes.map((node, index) => <Fragment key={index}>{inline(node)}</Fragment>);
}

function inline(node: InlineNode): ReactNode {
  switch (node.type) {
    case 'text':
      return (node.formats ?? []).reduce<ReactNode>((inner, format) => {
        const Tag = formatTags[format];
        return <Tag>{inner}</Tag>;
      }, node.text);
    case 'linebreak':
      return <br />;
    case 'to-confirm':
      return <mark className="diff-token">{toConfirmText(node.text)}</mark>;
    case 'link':
      return (
        <span className="diff-link" title={node.url}>
          <Inlines nodes={node.children} />
        </span>
      );
    case 'comment-mark':
      return <Inlines nodes={node.children} />;
  }
}
