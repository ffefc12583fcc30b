import type { ReadBlock } from './page-block.ts';

/** 发文字号, alone or with 签发人 beside it (GB/T 9704-2012, 7.2.5 and 7.2.6). */
const documentNumber =
  /^[\p{Script=Han}A-Za-z()（）]{1,20}[〔[［(（]\d{4}[〕\]］)）]\s*第?\d{1,5}号(?:\s+签发人[:：].{1,20})?$/u;
/** What stands above the red line: 份号, 密级, 紧急程度, 发文机关标志, 签发人 (7.2.1 to 7.2.6). */
const headLine = /^(?:\d{6}|(?:绝密|机密|秘密|内部)[★\s\d年月]*|特急|加急|.{4,40}文\s*件|签发人[:：].{1,20})$/u;
/** So many lines a head has at most. */
const longestHead = 8;

/** What stands at the foot of its last page: 抄送机关, 印发机关和印发日期 (7.4.2 and 7.4.3). */
const footLine = /^(?:(?:抄送|抄报|分送|主送)[:：].+|.{2,40}\s*\d{4}年\d{1,2}月\d{1,2}日印发)$/u;

/**
 * Parts the head and the foot of an official document (红头文件) from what stands between: a release has others. Only where
 * a 发文字号 is in the head. Judged by the repaired words.
 */
export function partDocumentFrame(blocks: readonly ReadBlock[]): {
  readonly frame: readonly ReadBlock[];
  readonly article: readonly ReadBlock[];
} {
  const lines = blocks.slice(0, longestHead).map(lineOf);
  const end = lines.findIndex((line) => !(documentNumber.test(line) || headLine.test(line)));
  const length = end === -1 ? lines.length : end;
  const isHead = lines.slice(0, length).some((line) => documentNumber.test(line));
  if (!isHead) return { frame: [], article: blocks };
  const isFrame = (block: ReadBlock, at: number): boolean => at < length || footLine.test(lineOf(block));
  return { frame: blocks.filter(isFrame), article: blocks.filter((block, at) => !isFrame(block, at)) };
}

function lineOf({ node, words, as }: ReadBlock): string {
  if (as) return '';
  return node.type === 'paragraph' || node.type === 'heading' ? words.text.trim() : '';
}
