import { blockText } from '../../document/walk.ts';
import { placedNodes } from '../placed-nodes.ts';
import type { BlockRemark, BlockRule, MetadataRule } from '../rule.ts';
import { metadataTexts } from '../metadata-texts.ts';

const mark = '【待核】';
/** How much of the words behind a mark is shown, in UTF-16 units. */
const shown = 20;

/** Nothing unconfirmed is published: 【待核】 as a node, typed by hand, or an empty blank of a standing text. */
export const toConfirm: BlockRule = (block) => {
  const nodes = placedNodes(block).filter(({ node }) => node.type === 'to-confirm');
  const known = new Map(nodes.map(({ start, end }) => [start, end]));
  return [...inText(blockText(block), known), ...(block.type === 'figure' ? aside(block.alt, block.credit) : [])];
};

/** The same for the words of the metadata. */
export const toConfirmInMetadata: MetadataRule = (content) =>
  metadataTexts(content).flatMap(({ field, text }) =>
    inText(text, new Map()).map(({ rule, severity, params }) => ({ rule, severity, params, field })),
  );

/** @param ends where the words of a known mark end, by where it begins */
function inText(text: string, ends: ReadonlyMap<number, number>): readonly BlockRemark[] {
  return [...text.matchAll(/【待核】/gu)].map(({ index: start }) => {
    const words = /^[^，。；：！？、\n【]*/u.exec(text.slice(start + mark.length))?.[0] ?? '';
    const end = ends.get(start) ?? start + mark.length + words.length;
    const params = { text: text.slice(start + mark.length, end).slice(0, shown) };
    return { rule: 'to-confirm', severity: 'error', params, span: { start, end } };
  });
}

function aside(...texts: readonly string[]): readonly BlockRemark[] {
  return texts.flatMap((text) =>
    inText(text, new Map()).map(({ rule, severity, params }) => ({ rule, severity, params })),
  );
}
