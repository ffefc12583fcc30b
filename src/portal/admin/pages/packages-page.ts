import { errorSentence } from '#shared/texts/error-sentences.ts';
import { html, type Markup } from '#main/publishing/page-template/html.ts';
import { packageStates, type PackageLine } from '../../ports/overview-store.ts';
import { moment, pageLinks } from './admin-layout.ts';

export interface PackagesView {
  readonly query: string;
  readonly state: PackageLine['state'] | null;
  readonly lines: readonly PackageLine[];
  /** Counts from 1. */
  readonly page: number;
  readonly hasMore: boolean;
}

const stateNames: Readonly<Record<PackageLine['state'], string>> = {
  received: '待校验',
  published: '已发布',
  refused: '已拒绝',
};
const actionNames = { publish: '发布', correct: '更正', withdraw: '撤稿' } as const;

/** Every package that came in, with what became of it and why. */
export function packagesContent(view: PackagesView): Markup {
  return html`<form class="row" method="get" action="/admin/packages" role="search">
      <div>
        <label for="query">查找</label>
        <input id="query" type="search" name="query" value="${view.query}" placeholder="包名、标题、发布员或散列值" />
      </div>
      <div>
        <label for="state">状态</label>
        <select id="state" name="state">
          <option value="">全部</option>
          ${packageStates.map((state) =>
            state === view.state
              ? html`<option value="${state}" selected>${stateNames[state]}</option>`
              : html`<option value="${state}">${stateNames[state]}</option>`,
          )}
        </select>
      </div>
      <button class="act" type="submit">查找</button>
    </form>
    ${view.lines.length === 0 ? html`<p>没有符合的发布包。</p>` : packageTable(view.lines)}
    ${pageLinks(view.page, view.hasMore, (to) => addressOf(view, to))}`;
}

function packageTable(lines: readonly PackageLine[]): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="发布包">
    <table>
      <thead>
        <tr>
          <th scope="col">收到</th>
          <th scope="col">发布包</th>
          <th scope="col">发布员</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <td>${moment(line.receivedAt)}</td>
              <td>
                ${line.slug === null ? line.packageName : html`<a href="/articles/${line.slug}/">${line.packageName}</a>`}
                ${line.headline === null ? '' : html`<br />${line.headline}`}<br /><code>${line.zipSha256}</code>
              </td>
              <td class="whole">${line.exporterName}</td>
              <td>
                ${stateNames[line.state]}${line.action === null ? '' : `（${actionNames[line.action]}）`}
                ${line.error === null ? '' : html`<br />${errorSentence(line.error)}<br /><code>${line.error.code}</code>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function addressOf({ query, state }: PackagesView, page: number): string {
  return `/admin/packages?${new URLSearchParams({ query, state: state ?? '', page: String(page) }).toString()}`;
}
