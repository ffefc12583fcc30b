import { creditLine } from '../credit-text.ts';
import { legibleText } from '../render/escape.ts';
import type { RenderContext } from '../render/render-context.ts';
import { runsOf } from '../runs.ts';
import type { BlockNode, Document, InlineNode } from '../schema.ts';
import { inlineText, picturesOf, shownCaption } from '../walk.ts';
import type { Channel } from './channel-texts.ts';

type Marks = Pick<RenderContext, 'captionMark' | 'creditMark'>;

/** The first words in which a channel differs from the document; undefined when it says what the document says. */
export type Difference = { readonly expected: string; readonly found: string } | undefined;

/**
 * Whether a channel's text says what the document says, word for word and in order. Told a second time on purpose: a
 * renderer that forgets or repeats something is found out by words that it did not make. White space, numbers and dots of
 * lists, and lines of dashes are each channel's own.
 */
export function differenceTo(document: Document, channel: Channel, text: string, marks: Marks): Difference {
  const expected = normal(document.children.flatMap((block) => wordsOf(block, channel, marks)).join('\n'));
  const found = normal(text);
  if (expected === found) return undefined;
  let at = 0;
  while (expected[at] === found[at]) at += 1;
  return { expected: excerpt(expected, at), found: excerpt(found, at) };
}

function wordsOf(block: BlockNode, channel: Channel, marks: Marks): readonly string[] {
  switch (block.type) {
    case 'boilerplate':
      return [block.text];
    case 'figure': {
      const caption = inlineText(shownCaption(block)) === '' ? '' : runText(shownCaption(block), channel);
      const instead = channel === 'text' ? picturesOf(block).map(({ alt }) => alt) : [];
      const words = caption === '' ? instead.filter((alt) => alt !== '').join('；') : marks.captionMark + caption;
      return [`${words} ${creditLine(block.credit, marks.creditMark)}`];
    }
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'list':
    case 'table':
    case 'horizontal-rule':
      return runsOf(block).map((run) => runText(run, channel));
  }
}

/** The words of a run; where a channel has no links, their addresses are written out. */
function runText(run: readonly InlineNode[], channel: Channel): string {
  return run
    .map((node) => {
      if (node.type === 'comment-mark') return runText(node.children, channel);
      const words = inlineText([node]);
      const isPlain = node.type !== 'link' || channel === 'portal' || words === '' || words === node.url;
      return isPlain ? words : `${words}（${node.url}）`;
    })
    .join('');
}

function normal(text: string): string {
  return legibleText(text)
    .normalize('NFC')
    .replaceAll(/(?<=^|\s)(?:\d+\.|·|—{8})(?=\s|$)/gu, '')
    .replaceAll(/\s+/gu, '');
}

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 6), at + 14);
}
