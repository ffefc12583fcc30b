import { html, type Markup } from '#main/publishing/page-template/html.ts';
import { errorCodes } from '#shared/errors.ts';
import { apiAnswer } from '../../receiving/api-errors.ts';
import type { AuditLine } from '../../ports/audit-store.ts';
import { moment, pageLinks } from './admin-layout.ts';

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
  'package.repeated': '再次收到，没有重复发布',
  'package.refused': '拒绝发布包',
  'site.added': '增加站点',
  'site.changed': '修改站点',
  'site.retired': '停用站点',
  'site.reinstated': '恢复站点',
  'backup.made': '备份',
};

const factNames: Readonly<Record<string, string>> = {
  packageName: '发布包',
  zipSha256: '散列值',
  code: '原因',
  exporterId: '发布员',
  name: '姓名',
  key: '公钥',
  domain: '域名',
  from: '来自',
  packages: '发布包数',
  bytes: '字节数',
  lacking: '缺原件',
};

export interface LogView {
  /** The newest first. */
  readonly lines: readonly AuditLine[];
  /** Of exporters, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Counts from 1. */
  readonly page: number;
  readonly hasMore: boolean;
  /** The whole chain was verified, not only what is shown. */
  readonly isWhole: boolean;
  /** Number of a line that does not fit to the ones before it. */
  readonly broken: number | null;
}

/** What was done here, the newest first, and whether the chain of what is shown, or of everything, is whole. */
export function logContent({ lines, names, page, hasMore, isWhole, broken }: LogView): Markup {
  const whole = isWhole ? '整条校验链完整：没有一行被改过或删过。' : '本页各行的校验链完整：没有一行被改过或删过。';
  return html`${
      broken === null
        ? html`<p role="status">${whole}</p>`
        : html`<p class="wrong" role="alert">第 ${broken} 行与校验链不符：日志被改过。</p>`
    }
    <p><a href="/admin/log?verify=all">核对整条校验链</a></p>
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
                <td class="whole">${names.get(line.who) ?? (line.who === 'portal' ? '门户' : line.who)}</td>
                <td class="whole">${eventNames[line.event] ?? line.event}</td>
                <td>${Object.entries(line.facts).map(([name, value]) => factOf(names, name, value))}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${pageLinks(page, hasMore, (to) => `/admin/log?page=${to}`)}`;
}

/** A fact in words; what stands in the log itself is in the title. */
function factOf(names: LogView['names'], name: string, value: string | number): Markup {
  const shown = name === 'exporterId' ? names.get(String(value)) : name === 'code' ? sentenceOf(value) : undefined;
  return html`<span class="fact" title="${name}=${value}"
    >${factNames[name] ?? name}：${shown ?? html`<code>${value}</code>`}</span
  >`;
}

function sentenceOf(code: string | number): string | undefined {
  const known = errorCodes.find((entry) => entry === code);
  return known && apiAnswer({ code: known, params: {} }).body.text;
}
