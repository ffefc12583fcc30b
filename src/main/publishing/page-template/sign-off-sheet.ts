import { encodeQR } from 'qr';
import { createHash } from 'node:crypto';
import type { SignOffInputs } from '#main/services/ports/page-previewer.ts';
import { attachmentLines, packageAttachments } from '#shared/document/render/attachments.ts';
import { documentStatistics } from '#shared/document/statistics.ts';
import { figuresOf } from '#shared/document/walk.ts';
import type { Amendment } from '#shared/model/draft.ts';
import { reviewSteps } from '#shared/model/review.ts';
import { reviewStatus } from '#shared/review/review-state.ts';
import { shanghaiMinute } from '#shared/shanghai-time.ts';
import { html, type Markup } from './html.ts';

const stepNames = { first: '初审', second: '复审', final: '终审' } as const;
const decisionNames = { pass: '通过', return: '退稿', revise: '修改后再审' } as const;

/** 稿签: the register of one release (信息发布审核登记表) as one page of paper, with the chain of reviews as it stands. */
export function signOffSheet(inputs: SignOffInputs): Markup {
  const { content, profile, records, contentHash, waived, published } = inputs;
  const { metadata, document } = content;
  const status = reviewStatus(records, contentHash);
  const column = profile.columns.find(({ id }) => id === metadata.columnId)?.name ?? '';
  const origin = metadata.origin.kind === 'reprint' ? `转载（${metadata.origin.source}）` : '原创';
  const figures = figuresOf(document);
  const attachments = attachmentLines({ attachments: packageAttachments(metadata.attachments ?? []) });
  const credits = [...new Set(figures.map(({ credit }) => credit).filter((credit) => credit !== ''))].join('、');
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>稿签 ${metadata.headline}</title>
        <link rel="stylesheet" href="${sheetStylePath}" />
      </head>
      <body>
        <h1>信息发布审核登记表</h1>
        <p class="number">${profile.bureau.name}　编号：${inputs.number}</p>
        <table>
          <colgroup>
            <col class="name" />
            <col />
            <col class="name" />
            <col />
          </colgroup>
          <tbody>
            ${wide('标题', metadata.headline)} ${wide('摘要', metadata.abstract)}
            ${pair('拟发栏目', column, '来源', origin)}
            ${pair('稿件来源', metadata.contentSource, '拟稿人', inputs.authorName)}
            ${pair('图片', `${documentStatistics(document).figures} 张`, '图片作者', credits)}
            ${attachments.length === 0 ? '' : wide('附件', attachments.join('；'))}
            ${metadata.amendment ? wide(...amendmentLine(metadata.amendment)) : ''}
            ${pair('计划发布', metadata.plannedAt === null ? '上传后即发布' : shanghaiMinute(metadata.plannedAt), '打印时间', shanghaiMinute(inputs.at))}
          </tbody>
        </table>
        <table>
          <thead>
            <tr>
              <th scope="col">审次</th>
              <th scope="col" class="opinion">意见</th>
              <th scope="col">结论</th>
              <th scope="col">姓名</th>
              <th scope="col" class="time">时间</th>
            </tr>
          </thead>
          <tbody>
            ${reviewSteps.map((step) => {
              const record = status.passed[step];
              return html`<tr>
                <th scope="row">${stepNames[step]}</th>
                <td>${record?.note ?? ''}</td>
                <td>${record ? decisionNames.pass : '未通过'}</td>
                <td>${record?.by.name ?? ''}</td>
                <td>${record ? shanghaiMinute(record.at) : ''}</td>
              </tr>`;
            })}
          </tbody>
        </table>
        ${waivedTable(waived)}
        <table>
          <tbody>
            ${wide('审核状态', status.state === 'signed-off' ? `已签发，签发人：${status.passed.final?.by.name ?? ''}` : '未签发')}
            <tr>
              <th scope="row">内容校验值</th>
              <td colspan="3" class="hash">${qrDrawing(contentHash)}SHA-256 ${contentHash}</td>
            </tr>
            ${wide('发布人', '')}
            ${wide('发布时间及网址', published.map(({ at, pageUrl }) => `${shanghaiMinute(at)}　${pageUrl}`).join('；'))}
            ${wide('发布后复核', '')}
          </tbody>
        </table>
        <h2>审核记录</h2>
        <ol>
          ${records.map((record) => html`<li>${recordLine(record)}</li>`)}
        </ol>
      </body>
    </html> `;
}

/** The hash for a scanner (ISO/IEC 18004), with the margin of four modules that it wants around it; level M outlasts a fold or a stamp. */
function qrDrawing(hash: string): Markup {
  const modules = encodeQR(hash, 'raw', { ecc: 'medium', border: 4 });
  const path = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('');
  return html`<svg
    class="qr"
    viewBox="0 0 ${modules.length} ${modules.length}"
    role="img"
    aria-label="内容校验值的二维码"
  >
    <path d="${path}" />
  </svg>`;
}

function amendmentLine({ kind, replaces, reason }: Amendment): readonly [string, string] {
  return kind === 'correct' ? ['更正', `${replaces}：${reason}`] : ['撤稿', `${replaces}：${reason}`];
}

function recordLine({ act, by, at, note }: SignOffInputs['records'][number]): string {
  const words =
    act.kind === 'submit'
      ? '送审'
      : act.kind === 'withdraw'
        ? '撤回'
        : `${stepNames[act.step]} ${decisionNames[act.decision]}`;
  return [shanghaiMinute(at), by.name, words, note].filter((part) => part !== '').join('　');
}

function waivedTable(waived: SignOffInputs['waived']): Markup | string {
  if (waived.length === 0) return '';
  return html`<table>
    <thead>
      <tr>
        <th scope="col" class="opinion">保留的警告</th>
        <th scope="col" class="opinion">理由</th>
        <th scope="col">姓名</th>
      </tr>
    </thead>
    <tbody>
      ${waived.map(
        ({ found, reason, name }) =>
          html`<tr>
            <td>${found}</td>
            <td>${reason}</td>
            <td>${name}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function wide(name: string, value: string): Markup {
  return html`<tr>
    <th scope="row">${name}</th>
    <td colspan="3">${value}</td>
  </tr>`;
}

function pair(name: string, value: string, other: string, otherValue: string): Markup {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${value}</td>
    <th scope="row">${other}</th>
    <td>${otherValue}</td>
  </tr>`;
}

/** A4, the faces of official texts first. */
export const sheetStyle = `@page { size: A4; margin: 20mm 18mm; }
body { margin: 0 auto; max-width: 174mm; background: #fff; color: #000; font: 11.5pt/1.45 FangSong, STFangsong, "Noto Serif CJK SC", SimSun, serif; }
h1 { margin: 0 0 4mm; font: 22pt/1.3 "FZXiaoBiaoSong-B05S", SimSun, "Noto Serif CJK SC", serif; text-align: center; letter-spacing: 0.08em; }
h2 { margin: 6mm 0 2mm; font-size: 12pt; break-after: avoid; }
.number { margin: 0 0 2mm; }
table { width: 100%; margin: 0 0 3mm; border-collapse: collapse; table-layout: fixed; }
col.name { width: 28mm; }
th, td { padding: 1.1mm 2mm; border: 0.3mm solid #000; font-weight: normal; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { text-align: center; }
th.opinion { width: 58mm; }
th.time { width: 37mm; }
tr { break-inside: avoid; }
.hash { font: 9pt/1.5 Consolas, "DejaVu Sans Mono", monospace; }
.qr { float: right; width: 24mm; height: 24mm; shape-rendering: crispEdges; }
ol { margin: 0; padding-left: 6mm; font-size: 10.5pt; }
`;

export const sheetStylePath = `/assets/sign-off.${createHash('sha256').update(sheetStyle).digest('hex').slice(0, 12)}.css`;
