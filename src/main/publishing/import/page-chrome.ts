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
  // Who edited it there: 责任编辑：王五 审核：赵六.
  /^责任编辑[:：]/u,
  /^(?:(?:责任)?编辑|审核|校对|排版|监制|[初复终一二三]审|编审)[:：]\S+(?:\s+(?:编辑|审核|校对|排版|监制|[初复终一二三]审|编审)[:：]\S+)+$/u,
  /(ICP备\d+号|公网安备\s*\d+)/u,
];

/** Parts the page's own chrome from the article. */
export function partChrome(blocks: readonly ReadBlock[]): {
  readonly article: readonly ReadBlock[];
  readonly chrome: readonly ReadBlock[];
} {
  return { article: blocks.filter((block) => !isChrome(block)), chrome: blocks.filter(isChrome) };
}

function isChrome(block: ReadBlock): boolean {
  if (block.node.type === 'figure') return false;
  const text = block.words.text.trim();
  return chrome.some((pattern) => pattern.test(text));
}
