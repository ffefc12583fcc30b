import { html, type Markup } from '#main/publishing/page-template/html.ts';
import type { AuditLine } from '../../ports/audit-store.ts';
import type { Statistics } from '../../ports/overview-store.ts';
import { csrfField, moment } from './admin-layout.ts';
import type { Session } from '../sessions.ts';

export interface OverviewView {
  readonly address: string;
  readonly receiptPublicKey: string;
  readonly statistics: Statistics;
  /** The log's line of the newest backup. */
  readonly backup: AuditLine | undefined;
  readonly administrators: readonly string[];
}

/** How the portal stands, what site it serves, and its backup. */
export function overviewContent(session: Session, view: OverviewView): Markup {
  const { statistics } = view;
  const figures = [
    ['已发布', statistics.published],
    ['已拒绝', statistics.refused],
    ['待校验', statistics.waiting],
    ['在用发布员', statistics.exporters],
  ] as const;
  return html`<ul class="figures">
      ${figures.map(([name, value]) => html`<li><strong>${value}</strong> ${name}</li>`)}
    </ul>
    <h2>各月发布</h2>
    ${
      statistics.months.length === 0
        ? html`<p>还没有发布过。</p>`
        : html`<table class="narrow">
            <thead>
              <tr>
                <th scope="col">月份</th>
                <th scope="col">发布包</th>
              </tr>
            </thead>
            <tbody>
              ${statistics.months.map(
                ({ month, packages }) =>
                  html`<tr>
                    <td>${month}</td>
                    <td>${packages}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    <h2>门户</h2>
    <table>
      <tbody>
        ${[
          ['访问地址', view.address],
          ['接口说明', `${view.address}/api/v1/openapi.json`],
          ['回执公钥', view.receiptPublicKey],
          ['管理员', view.administrators.join('、')],
        ].map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name ?? ''}</th>
              <td>${value ?? ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>备份</h2>
    <p>${view.backup ? madeBackup(view.backup) : '还没有备份过。'}</p>
    <p>
      备份在门户数据文件夹的 <code>backup</code> 里。要放到别的磁盘上，用命令
      <code>npm run portal -- backup 文件夹</code>。
    </p>
    <form method="post" action="/admin/backup">
      ${csrfField(session)}<button class="act main-act" type="submit">立即备份</button>
    </form>`;
}

function madeBackup({ at, facts }: AuditLine): Markup {
  const megabytes = Math.ceil(Number(facts['bytes'] ?? 0) / 1024 / 1024);
  const lacking = Number(facts['lacking'] ?? 0);
  const lost = lacking === 0 ? '' : `其中 ${lacking} 个的原件已不在门户上，只备份了页面。`;
  return html`最近一次：${moment(at)}，${facts['packages'] ?? '0'} 个发布包，${megabytes} MB。${lost}`;
}
