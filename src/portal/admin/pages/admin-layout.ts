import type { PortalSite } from '#main/publishing/page-template/portal-site.ts';
import { html, type Markup } from '#main/publishing/page-template/html.ts';
import { stylePath } from '#main/publishing/page-template/template-style.ts';
import type { Session } from '../sessions.ts';
import { adminStylePath } from './admin-style.ts';

const places = [
  ['/admin', '概况'],
  ['/admin/packages', '发布包'],
  ['/admin/exporters', '信息发布员'],
  ['/admin/sites', '站点'],
  ['/admin/log', '日志'],
] as const;

/** A page for whoever looks after the portal. `session` null is the page to sign in. */
export function adminPage(
  site: PortalSite,
  page: { readonly title: string; readonly path: string; readonly session: Session | null; readonly content: Markup },
): Markup {
  const { title, path, session } = page;
  return html`<!doctype html>
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} - ${site.siteName}门户管理</title>
        <link rel="stylesheet" href="${stylePath}" />
        <link rel="stylesheet" href="${adminStylePath}" />
      </head>
      <body>
        <a class="skip" href="#content">跳到正文</a>
        <header class="site-header">
          <div class="bar">
            <a class="site-name" href="/admin">${site.siteName} · 门户管理</a>
            ${session ? signOut(session) : ''}
          </div>
        </header>
        ${
          session
            ? html`<nav class="admin-nav" aria-label="管理">
                <ul class="bar">
                  ${places.map(
                    ([address, name]) =>
                      html`<li>
                        ${
                          address === path
                            ? html`<a href="${address}" aria-current="page">${name}</a>`
                            : html`<a href="${address}">${name}</a>`
                        }
                      </li>`,
                  )}
                </ul>
              </nav>`
            : ''
        }
        <main id="content" class="page admin">
          <h1>${title}</h1>
          ${page.content}
        </main>
      </body>
    </html> `;
}

function signOut(session: Session): Markup {
  return html`<form class="sign-out" method="post" action="/admin/logout">
    <span>${session.name}</span> ${csrfField(session)}<button class="act" type="submit">退出</button>
  </form>`;
}

/** What every form carries, so that no other site can send it. */
export function csrfField(session: Session): Markup {
  return html`<input type="hidden" name="csrf" value="${session.csrf}" />`;
}

/** An act that others feel at once: opened first, with what it does, and then done. */
export function weightyAct(session: Session, action: string, act: string, name: string, effect: string): Markup {
  return html`<details>
    <summary aria-label="${act}：${name}">${act}…</summary>
    <form method="post" action="${action}">
      ${csrfField(session)}
      <p>${effect}</p>
      <button class="act" type="submit" aria-label="确认${act}：${name}">确认${act}</button>
    </form>
  </details>`;
}

/** Back and on through a list that is longer than a page; nothing when it is not. */
export function pageLinks(page: number, hasMore: boolean, addressOf: (page: number) => string): Markup | '' {
  if (page === 1 && !hasMore) return '';
  return html`<nav class="pages" aria-label="翻页">
    ${page > 1 ? html`<a rel="prev" href="${addressOf(page - 1)}">上一页</a>` : ''}
    <span>第 ${page} 页</span>
    ${hasMore ? html`<a rel="next" href="${addressOf(page + 1)}">下一页</a>` : ''}
  </nav>`;
}

export function moment(at: string): Markup {
  return html`<time datetime="${at}">${shanghai.format(new Date(at))}</time>`;
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
