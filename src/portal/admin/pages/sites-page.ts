import { html, type Markup } from '#main/publishing/page-template/html.ts';
import type { KeptSite } from '../../ports/site-store.ts';
import type { Session } from '../sessions.ts';
import { csrfField, moment, weightyAct } from './admin-layout.ts';

export interface SitesView {
  readonly sites: readonly KeptSite[];
  /** Why the last act was not done; empty when it was. */
  readonly problem: string;
}

/** The sites: what their pages say of them, which are in service, and another one. */
export function sitesContent(session: Session, { sites, problem }: SitesView): Markup {
  const inService = sites.filter(({ retiredAt }) => retiredAt === null).length;
  return html`${problem === '' ? '' : html`<p class="wrong" role="alert">${problem}</p>`}
    <p>发布包按页面标签里的 SiteDomain 归到站点；访问者看到所用域名的站点，其他地址看到第一个在用的。</p>
    ${sites.map((site) => siteSection(session, site, inService > 1))}
    <h2>增加站点</h2>
    <form method="post" action="/admin/sites">
      ${csrfField(session)}
      <label for="new-domain">域名</label>
      <input id="new-domain" type="text" name="domain" maxlength="100" required spellcheck="false" />
      <label for="new-name">网站名称</label>
      <input id="new-name" type="text" name="siteName" maxlength="100" required />
      <label for="new-bureau">主办单位</label>
      <input id="new-bureau" type="text" name="bureauName" maxlength="100" required />
      <p class="acts"><button class="act main-act" type="submit">增加</button></p>
    </form>`;
}

function siteSection(session: Session, site: KeptSite, mayRetire: boolean): Markup {
  const { domain, siteName, bureauName, retiredAt } = site;
  const base = `/admin/sites/${domain}`;
  const id = domain.replaceAll('.', '-');
  const hosts = site.linkAllowList.filter((host) => host !== domain);
  const reinstate = html`<form method="post" action="${base}/reinstate">
    ${csrfField(session)}<button class="act" type="submit" aria-label="恢复使用：${siteName}">恢复使用</button>
  </form>`;
  const effect = '发往这个站点的包随即不再接收，可以恢复；已发布的页面照常打开。';
  const retire = mayRetire ? weightyAct(session, `${base}/retire`, '停用', siteName, effect) : '';
  const area = (name: string, label: string, lines: readonly string[]): Markup =>
    html`<div>
      <label for="${id}-${name}">${label}</label>
      <textarea
        id="${id}-${name}"
        name="${name}"
        rows="${Math.max(3, Math.min(10, lines.length + 1))}"
        spellcheck="false"
      >
${lines.join('\n')}</textarea>
    </div>`;
  return html`<section>
    <h2>${siteName}${retiredAt === null ? '' : '（已停用）'}</h2>
    <p>
      <code>${domain}</code
      >${retiredAt === null ? '' : html`，${moment(retiredAt)} 停用：不再接收稿件，已发布的页面照常打开。`}
    </p>
    <form method="post" action="${base}/change">
      ${csrfField(session)}
      <div class="fields">
        <div>
          <label for="${id}-siteName">网站名称</label>
          <input id="${id}-siteName" type="text" name="siteName" value="${siteName}" maxlength="100" required />
        </div>
        <div>
          <label for="${id}-bureauName">主办单位</label>
          <input id="${id}-bureauName" type="text" name="bureauName" value="${bureauName}" maxlength="100" required />
        </div>
        ${area('columns', '栏目顺序（每行一个）', site.columns)}
        ${area('contacts', '联系方式（每行一条，写在页脚）', site.contacts)}
        ${area('filings', '备案号（每行一条）', site.filings)}
        ${area('linkAllowList', '免提示的站外主机（每行一个）', hosts)}
      </div>
      <p class="acts">
        <button class="act main-act" type="submit" aria-label="保存：${siteName}">保存</button>
      </p>
    </form>
    ${retiredAt === null ? retire : reinstate}
  </section>`;
}
