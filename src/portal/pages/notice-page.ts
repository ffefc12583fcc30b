import { html, type Markup } from '#main/publishing/page-template/html.ts';
import { layout } from '#main/publishing/page-template/layout.ts';
import type { PortalSite } from '#main/publishing/page-template/portal-site.ts';

const notices: Readonly<Record<number, readonly [title: string, text: string]>> = {
  400: ['地址不正确', '您访问的地址不完整或格式有误，请检查后重试。'],
  401: ['需要令牌', '这里只接收已登记的信息发布员上传的发布包。'],
  404: ['页面不存在', '您访问的页面不存在，可能已经移动，或者地址输入有误。'],
  410: ['稿件已撤下', '这篇稿件已由发布单位撤下，不再公开。'],
  413: ['内容过大', '提交的内容超过了门户允许的大小。'],
  429: ['访问过于频繁', '请稍候一分钟再试。'],
  500: ['门户暂时出错', '页面没有打开，问题已经记录。请稍后再试。'],
};

/** A page for people instead of what they asked for. */
export function noticePage(site: PortalSite, status: number): Markup {
  const [title, text] = notices[status] ?? (status < 500 ? notices[400] : notices[500]) ?? ['', ''];
  return layout(site, {
    title,
    content: html`<div class="notice">
      <p class="code">${status}</p>
      <h1>${title}</h1>
      <p>${text}</p>
      <p class="acts"><a class="act" href="/">返回首页</a></p>
    </div>`,
  });
}
