import { html, type Markup } from '#main/publishing/page-template/html.ts';
import type { AuditLine } from '../../ports/audit-store.ts';
import { moment } from './admin-layout.ts';

const eventNames: Readonly<Record<string, string>> = {
  'login.accepted': '登录',
  'login.refused': '登录被拒',
  'admin.added': '设置管理员',
  'exporter.added': '登记发布员',
  'exporter.revoked': '停用发布员',
  'token.renewed': '换发令牌',
  'key.added': '登记公钥',
  'key.revoked': '停用公钥',
  'package.published': '发布',
  'package.refused': '拒绝发布包',
  'backup.made': '备份',
};

/** What was done here, the newest first, and whether the chain is whole. */
export function logContent(lines: readonly AuditLine[], broken: number | null): Markup {
  return html`<p${broken === null ? '' : html` class="wrong" role="alert"`}>
      ${broken === null ? '校验链完整：没有一行被改过或删过。' : `第 ${broken} 行与校验链不符：日志被改过。`}
    </p>
    <div class="wide" tabindex="0" role="region" aria-label="日志">
      <table>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">谁</th>
            <th scope="col">做了什么</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            (line) =>
              html`<tr>
                <td>${moment(line.at)}</td>
                <td>${line.who}</td>
                <td>${eventNames[line.event] ?? line.event}</td>
                <td>${Object.entries(line.facts).map(([name, value]) => html`<code>${name}=${value}</code> `)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
