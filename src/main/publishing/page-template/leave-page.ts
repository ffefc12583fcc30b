import { html, type Markup } from './html.ts';
import { layout, leaveAddress, leaveQuestion } from './layout.ts';
import type { PortalSite } from './portal-site.ts';

/** The leave-site prompt for visitors without scripts. Never sends anybody on by itself. */
export function leavePage(site: PortalSite, to: string, back: string): Markup {
  return layout(site, {
    title: '即将离开本站',
    content: html`<div class="notice">
      <h1 class="question">${leaveQuestion(site)}</h1>
      <p class="address">${leaveAddress(html`${new URL(to).host}`)}</p>
      <p class="acts">
        <a class="act main-act" href="${to}" rel="noopener noreferrer nofollow">继续访问</a>
        <a class="act" href="${back}">放弃</a>
      </p>
    </div>`,
  });
}
