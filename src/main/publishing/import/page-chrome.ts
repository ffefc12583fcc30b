import { sentenceEnd } from '#shared/document/line-shapes.ts';
import type { ReadBlock } from './page-block.ts';

/** Lines that belong to a portal's template and not to the article. By its repaired words, so in Simplified. */
const chrome: readonly RegExp[] = [
  /您访问的链接即将离开.*(网站|门户).*是否继续/u,
  /^继续访问\s*(放弃|取消)$/u,
  /^(您(现在|当前)?的?|当前)位置[:：]/u,
  /^首页(\s*[>›»／/-]\s*\S+)+$/u,
  /^(打印(本页|此页)?|关闭(窗口|本页)?|收藏|分享(到.{0,10})?|返回顶部|\s|[[\]【】|｜/])+$/u,
  /^[[【]?字体[:：]?\s*[[(（【]?\s*[大中小特\s|｜]+\s*[\])）】]*$/u,
  /^(上一篇|下一篇|上一条|下一条)[:：]?/u,
  /^(扫一扫|扫码).{0,16}(手机|移动端|分享|打开)/u,
  /^(网站标识码|网站地图|主办单位|承办单位|技术支持|版权所有)[:：]?/u,
  /(ICP备\d+号|公网安备\s*\d+)/u,
];

const role = '(?:(?:责任|值班|执行)?编辑|责编|美编|审核|校对|排版|监制|[初复终一二三]审|编审)';
const name = String.raw`[\p{Script=Han}·A-Za-z（）()]{1,12}`;
const oneRole = String.raw`${role}\s*[:：|｜丨]\s*${name}(?:[\s、，,]+${name})*`;
/** Who edited it there: `责任编辑：王五 审核：赵六`, `编辑 | 王五`. */
const editors = new RegExp(String.raw`^${oneRole}(?:[\s/／|｜；;]+${oneRole})*$`, 'u');
/** What WeChat's accounts set below an article. */
const farewell: readonly RegExp[] = [
  /^[-—–\s·.]*(?:END|完)[-—–\s·.]*$/iu,
  /^(?:点击|关注|点亮|点个|欢迎关注).{0,20}(?:关注|在看|蓝字|阅读原文|公众号|星标).{0,10}$/u,
];
/** What stands at the picture of a code for telephones. */
const scan = /^(?:长按|扫描|扫一扫|扫码|识别).{0,20}(?:二维码|关注|公众号).{0,12}$/u;
const codeName = /二维码|QR ?code/iu;
/** A code is square; how far a picture's sides may differ. */
const square = 1.2;
const longestEnding = 80;
/** Under the headline some portals say who edited a page. */
const editorInCharge = /^(?:责任编辑|责编)[:：]/u;
const underHeadline = 4;

/**
 * Parts the page's own chrome from the article. Who edited it, and the like, is chrome only where the article is over, or
 * above it: elsewhere it may be what the article is about.
 */
export function partChrome(blocks: readonly ReadBlock[]): {
  readonly article: readonly ReadBlock[];
  readonly chrome: readonly ReadBlock[];
} {
  const end = blocks.findLastIndex(isArticle) + 1;
  const codes = codesIn(blocks.slice(end));
  const isApart = (block: ReadBlock, at: number): boolean =>
    codes.has(block) ||
    isChrome(block) ||
    (isEnding(block) && (at >= end || (at < underHeadline && editorInCharge.test(lineOf(block)))));
  return { article: blocks.filter((block, at) => !isApart(block, at)), chrome: blocks.filter(isApart) };
}

/** Pictures of codes among what follows an article: named as one, or beside the line that asks to scan it. */
function codesIn(tail: readonly ReadBlock[]): ReadonlySet<ReadBlock> {
  const lines = tail.filter(({ node }) => node.type !== 'horizontal-rule');
  return new Set(
    lines.flatMap((block, at) => {
      if (mayBeCode(block)) return block.node.type === 'figure' && codeName.test(block.node.alt) ? [block] : [];
      if (!scan.test(lineOf(block))) return [];
      const code = [lines[at + 1], lines[at - 1]].find((beside) => beside && mayBeCode(beside));
      return code ? [code] : [];
    }),
  );
}

function mayBeCode({ node, picture }: ReadBlock): boolean {
  if (node.type !== 'figure' || node.beside || node.children.length > 0) return false;
  const { width = 1, height = width } = picture ?? {};
  return Math.max(width, height) <= Math.min(width, height) * square;
}

function isChrome(block: ReadBlock): boolean {
  const text = lineOf(block);
  return text !== '' && chrome.some((pattern) => pattern.test(text));
}

function isEnding(block: ReadBlock): boolean {
  const text = lineOf(block);
  return (
    text.length <= longestEnding &&
    (editors.test(text) || scan.test(text) || farewell.some((pattern) => pattern.test(text)))
  );
}

/** Sentences and whatever is no line of words; a name, a date or a picture may stand among what follows the article. */
function isArticle(block: ReadBlock): boolean {
  if (block.as) return true;
  if (isChrome(block) || isEnding(block)) return false;
  const { type } = block.node;
  return type === 'paragraph' ? sentenceEnd.test(lineOf(block)) : type !== 'figure' && type !== 'horizontal-rule';
}

function lineOf({ node, words, as }: ReadBlock): string {
  return node.type === 'figure' || as ? '' : words.text.trim();
}
