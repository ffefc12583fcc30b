import type { ReadBlock } from './page-block.ts';

/** 发文字号, alone or with 签发人 beside it (GB/T 9704-2012, 7.2.5 and 7.2.6). */
const documentNumber =
  /^[\p{Script=Han}A-Za-z()（）]{1,20}[〔[［(（]\d{4}[〕\]］)）]\s*第?\d{1,5}号(?:\s+签发人[:：].{1,20})?$/u;
/** What stands above the red line: 份号, 密级, 紧急程度, 发文机关标志, 签发人 (7.2.1 to 7.2.6). */
const headLine = /^(?:\d{6}|(?:绝密|机密|秘密|内部)[★\s\d年月]*|特急|加急|.{4,40}文\s*件|签发人[:：].{1,20})$/u;
/** So many lines a head has at most. */
const longestHead = 8;

/**
 * Parts the head of an official document (红头文件) from what follows it: a release has another one. Only where a 发文字号
 * is in it. Judged by the repaired words.
 */
export function partDocumentHead(blocks: readonly ReadBlock[]): {
  readonly head: readonly ReadBlock[];
  readonly article: readonly ReadBlock[];
} {
  const lines = blocks.slice(0, longestHead).map(lineOf);
  const end = lines.findIndex((line) => !(documentNumber.test(line) || headLine.test(line)));
  const length = end === -1 ? lines.length : end;
  const isHead = lines.slice(0, length).some((line) => documentNumber.test(line));
  return isHead ? { head: blocks.slice(0, length), article: blocks.slice(length) } : { head: [], article: blocks };
}

function lineOf({ node, words }: ReadBlock): string {
  return node.type === 'paragraph' || node.type === 'heading' ? words.text.trim() : '';
}
