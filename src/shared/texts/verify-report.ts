import type { VerifyReport } from '../model/package-record.ts';
import { shanghaiMinute } from '../shanghai-time.ts';
import { errorSentence } from './error-sentences.ts';

const actions = { publish: '发布', correct: '更正', withdraw: '撤稿' } as const;
const steps = { first: '初审', second: '复审', final: '终审' } as const;

/** The report on a package as lines for people, in Simplified Chinese: on the command line, and to be kept as a file. */
export function verifyReportLines(report: VerifyReport): readonly string[] {
  const { about } = report;
  return [
    report.valid ? '验证通过：内容完整，签名有效。' : '验证没有通过，请不要使用这个包。',
    ...report.refusals.map((refusal) => `  ✗ ${errorSentence(refusal)}`),
    ...line('包名', report.name),
    ...line('标题', report.headline),
    ...(about ? aboutLines(about) : []),
    ...line('签名指纹', report.signedBy),
    `SHA-256：${report.zipSha256}`,
    `文件：${report.files.length} 个`,
    ...report.files.map(({ path, bytes, sha256 }) => `  ${sha256}  ${path}（${bytes} 字节）`),
  ];
}

function aboutLines(about: NonNullable<VerifyReport['about']>): readonly string[] {
  const action = about.reason === '' ? actions[about.action] : `${actions[about.action]}（${about.reason}）`;
  return [
    ...line('类型', action),
    ...line('栏目', about.column),
    ...line('来源', about.contentSource),
    ...line('发布时间', about.pubDate),
    `图片：${about.pictures} 张`,
    ...(about.attachments > 0 ? [`附件：${about.attachments} 个`] : []),
    ...about.signedOff.map(({ step, name, at }) => `${steps[step]}：${name}，${shanghaiMinute(at)}`),
    ...about.waived.map(({ reason, name }) => `保留的警告：${reason}（${name}）`),
  ];
}

function line(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`${name}：${value}`];
}
