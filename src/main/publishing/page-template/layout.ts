import type { PortalSite } from './portal-site.ts';
import { html, type Markup } from './html.ts';
import { leaveScriptPath } from './leave-script.ts';
import { stylePath } from './template-style.ts';

/** A page of the portal's own: title, language and content inside the frame that all pages share. */
export function layout(site: PortalSite, page: { readonly title: string; readonly content: Markup }): Markup {
  const title = page.title === '' ? site.siteName : `${page.title} - ${site.siteName}`;
  return html`<!doctype html>
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="alternate" type="application/atom+xml" title="${site.siteName}" href="/feed.xml" />
        ${frameHead()}
      </head>
      <body>
        ${frameBody(site, html`<main id="content" class="page">${page.content}</main>`)}
      </body>
    </html> `;
}

/** What the frame needs in any page's head. */
export function frameHead(): Markup {
  return html`<meta name="color-scheme" content="light dark" />
    <link rel="stylesheet" href="${stylePath}" />
    <script src="${leaveScriptPath}" defer></script>`;
}

/** Header with the page's own tools, the given content, footer and the leave-site prompt. */
export function frameBody(site: PortalSite, content: Markup, tools: Markup | '' = ''): Markup {
  return html`<a class="skip" href="#content">跳到正文</a>
    <header class="site-header">
      <div class="bar">
        <a class="site-name" href="/">${site.siteName}</a>
        ${site.bureauName === site.siteName ? '' : html`<span class="bureau-name">${site.bureauName}</span>`} ${tools}
      </div>
    </header>
    ${content}
    <footer class="site-footer">
      <div class="bar">
        <p>主办单位：${site.bureauName}</p>
        ${site.contacts.map((contact) => html`<p>${contact}</p>`)}
        ${site.filings.map((filing) => html`<p>${filing}</p>`)}
      </div>
    </footer>
    <dialog id="leave-prompt" aria-labelledby="leave-title" aria-describedby="leave-address">
      <h2 id="leave-title">${leaveQuestion(site)}</h2>
      <p id="leave-address" class="address">${leaveAddress(html`<span id="leave-host"></span>`)}</p>
      <p class="acts">
        <a id="leave-go" class="act main-act" href="/" rel="noopener noreferrer">继续访问</a>
        <button id="leave-stay" class="act" type="button">放弃</button>
      </p>
    </dialog>`;
}

/** The prompt's words, fixed by how government portals ask: the same in the dialog and on the page without scripts. */
export function leaveQuestion(site: PortalSite): string {
  return `您访问的链接即将离开“${site.siteName}”门户网站 是否继续？`;
}

export function leaveAddress(host: Markup): Markup {
  return html`即将前往：${host}`;
}
