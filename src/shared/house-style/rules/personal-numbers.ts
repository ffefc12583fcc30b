import { blockText, picturesOf } from '../../document/walk.ts';
import { findIdentityNumbers } from '../identity-number.ts';
import { metadataTexts } from '../metadata-texts.ts';
import type { Span } from '../pinyin.ts';
import type { BlockRemark, BlockRule, CheckContext, MetadataRule, Remark } from '../rule.ts';

const mobile = /(?<![\d.])1[3-9]\d{9}(?!\d)/gu;

interface Found extends Remark {
  readonly span: Span;
}

/** Identity and mobile numbers in the text, and in what goes with a picture: alternative text, credit, file name. */
export const personalNumbers: BlockRule = (block, context) => {
  const inText = find(blockText(block), context);
  if (block.type !== 'figure') return inText;
  const ofPictures = picturesOf(block).flatMap(({ asset, alt }) => [alt, context.assets.get(asset ?? '')?.name ?? '']);
  const aside = [...ofPictures, block.credit].flatMap((text) => find(text, context));
  return [...inText, ...aside.map(({ span: _inAnotherText, ...remark }): BlockRemark => remark)];
};

/** The contact's own phone is meant to be public. */
export const personalNumbersInMetadata: MetadataRule = (content, context) =>
  metadataTexts(content)
    .filter(({ field }) => field !== 'contactPhone')
    .flatMap(({ field, text }) => find(text, context).map(({ span: _inField, ...remark }) => ({ ...remark, field })));

function find(text: string, { profile }: CheckContext): readonly Found[] {
  const identity = findIdentityNumbers(text).map((span): Found => ({
    rule: 'id-number',
    severity: 'error',
    params: { text: mask(text, span) },
    span,
  }));
  const phones = [...text.matchAll(mobile)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => text.slice(start, end) !== profile.bureau.contactPhone)
    .map((span): Found => ({ rule: 'mobile-number', severity: 'warning', params: { text: mask(text, span) }, span }));
  return [...identity, ...phones];
}

/** Enough to recognise it by, not enough to leak it again through the list of findings. */
function mask(text: string, { start, end }: Span): string {
  return `${text.slice(start, start + 3)}…${text.slice(end - 2, end)}`;
}
