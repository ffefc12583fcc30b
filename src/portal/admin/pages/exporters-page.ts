import { html, type Markup } from '#main/publishing/page-template/html.ts';
import type { ExporterDetails } from '../../ports/exporter-store.ts';
import type { Session } from '../sessions.ts';
import { csrfField, moment, weightyAct } from './admin-layout.ts';

export interface ExportersView {
  readonly exporters: readonly ExporterDetails[];
  /** A token that was just given out: shown this once. */
  readonly token: { readonly name: string; readonly value: string } | null;
  /** Why the last act was not done; empty when it was. */
  readonly problem: string;
}

/** Who may send packages: tokens are given out, renewed and taken away here, and keys made known. */
export function exportersContent(session: Session, view: ExportersView): Markup {
  return html`${view.problem === '' ? '' : html`<p class="wrong" role="alert">${view.problem}</p>`}
    ${
      view.token === null
        ? ''
        : html`<div class="once" role="status">
            <p>“${view.token.name}”的令牌，只显示这一次，请当面或用安全的方式交给本人：</p>
            <p><code>${view.token.value}</code></p>
          </div>`
    }
    ${view.exporters.map((exporter) => exporterSection(session, exporter))}
    <h2>登记信息发布员</h2>
    <form class="row" method="post" action="/admin/exporters">
      ${csrfField(session)}
      <div>
        <label for="name">姓名</label>
        <input id="name" type="text" name="name" maxlength="40" required />
      </div>
      <button class="act main-act" type="submit">登记并发放令牌</button>
    </form>`;
}

function exporterSection(session: Session, exporter: ExporterDetails): Markup {
  const { id, name, keys, createdAt, revokedAt, packages } = exporter;
  const base = `/admin/exporters/${id}`;
  const heading = html`<h2>${name}${revokedAt === null ? '' : '（已停用）'}</h2>
    <p>${moment(createdAt)} 登记，已发布 ${packages} 个包。</p>`;
  const known = keys.map(
    (key) =>
      html`<tr>
        <td><code>${key.publicKey}</code></td>
        <td>${moment(key.addedAt)}</td>
        <td>
          ${
            key.revokedAt !== null
              ? '已停用'
              : revokedAt !== null
                ? '在用'
                : html`<form method="post" action="${base}/revoke-key">
                    ${csrfField(session)}<input type="hidden" name="key" value="${key.publicKey}" />
                    <button class="act" type="submit" aria-label="停用：${name}的公钥 ${key.publicKey.slice(-8)}">
                      停用
                    </button>
                  </form>`
          }
        </td>
      </tr>`,
  );
  const table =
    keys.length === 0
      ? html`<p>还没有登记公钥，不能发布。</p>`
      : html`<table>
          <thead>
            <tr>
              <th scope="col">签名公钥</th>
              <th scope="col">登记</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            ${known}
          </tbody>
        </table>`;
  if (revokedAt !== null) return html`<section>${heading}${table}</section>`;
  return html`<section>
    ${heading}${table}
    <form class="row" method="post" action="${base}/add-key">
      ${csrfField(session)}
      <div>
        <label for="key-${id}">公钥（package.pub 的最后一行）</label>
        <input
          id="key-${id}"
          type="text"
          name="key"
          maxlength="200"
          required
          spellcheck="false"
          aria-label="${name}的公钥（package.pub 的最后一行）"
        />
      </div>
      <button class="act" type="submit" aria-label="登记公钥：${name}">登记公钥</button>
    </form>
    ${weightyAct(session, `${base}/renew-token`, '换发令牌', name, '原令牌随即失效，工作站要换上新的才能再上传。')}
    ${weightyAct(session, `${base}/revoke`, '停用', name, '令牌随即失效，不能恢复；已发布的页面不受影响。')}
  </section>`;
}
