import { basename } from 'node:path';
import type { Services } from '#main/compose-services.ts';
import { pageImporter } from '#main/publishing/import/page-importer.ts';
import type { ImportedDraft } from '#main/services/import-service.ts';
import { AppError } from '#shared/errors.ts';
import { repairKinds, repairKindSchema, type RepairKind } from '#shared/model/repair.ts';
import type { Output } from '../output.ts';
import { picturesOfPage } from './pictures-of-page.ts';

/**
 * Makes a draft of each file (of all pictures together), makes the chosen repairs and tells what was done. Answers one
 * result for one file, a list for several. Refuses `bad-request` for a kind of repair that does not exist.
 */
export async function importFiles(
  services: Services,
  output: Output,
  files: readonly string[],
  repair: string,
): Promise<void> {
  const kinds = chosenKinds(repair);
  const results: object[] = [];
  const pictures: string[] = [];
  for (const file of files) {
    const kind = await pageImporter.kind(file, basename(file));
    if (kind === 'picture') pictures.push(file);
    else if (kind === 'archive') results.push(await importArchive(services, output, file));
    else results.push(await importPage(services, output, file, kinds));
  }
  if (pictures.length > 0) results.push(await importPictures(services, output, pictures));
  const [first] = results;
  output.result(
    results.length === 1 ? '导入完成。' : `导入完成，共 ${results.length} 篇。`,
    results.length === 1 ? first : results,
  );
}

async function importPage(
  { imports, drafts }: Services,
  output: Output,
  file: string,
  kinds: readonly RepairKind[],
): Promise<object> {
  const imported = await imports.importFile(
    { path: file, name: basename(file), beside: await picturesOfPage(file) },
    kinds,
  );
  if (imported.outcome !== 'draft') throw new AppError('page-not-text');
  const { draftId, report } = imported;
  const { summary } = await drafts.open(draftId);
  sayReport(output, report);
  output.say(`已导入《${summary.headline}》，稿件 ${draftId}。`);
  return { draftId, report };
}

async function importPictures({ imports, media }: Services, output: Output, files: readonly string[]): Promise<object> {
  const taken: string[] = [];
  for (const file of files) {
    taken.push((await media.importFile(file, basename(file), { acceptTruncated: false })).sha256);
  }
  const draftId = await imports.importPictures(taken);
  output.say(`已把 ${taken.length} 张图片按拍摄时间合成一篇，稿件 ${draftId}。`);
  return { draftId };
}

/** A package becomes a draft; a review file joins the draft that it is of. */
async function importArchive({ packageImports, reviewFiles }: Services, output: Output, file: string): Promise<object> {
  try {
    const draftId = await packageImports.importFile(file);
    output.say(`已从发布包打开为新稿件 ${draftId}。`);
    return { draftId };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'package-wrong-kind') throw thrown;
  }
  const { draftId, outcome } = await reviewFiles.readFile(file, null);
  output.say(`已接收审稿包，稿件 ${draftId}（${outcome}）。`);
  return { draftId, outcome };
}

function chosenKinds(repair: string): readonly RepairKind[] {
  if (repair === 'all') return repairKinds;
  if (repair === 'none') return [];
  return repair.split(',').map((kind) => {
    const known = repairKindSchema.safeParse(kind.trim());
    if (!known.success) throw new AppError('bad-request', { expected: `all、none、${repairKinds.join('、')}` });
    return known.data;
  });
}

function sayReport(output: Output, report: ImportedDraft['report']): void {
  for (const change of report.changes) output.say(`  ${changeNames[change.kind]} ${change.count} 处`);
  for (const { kind, count } of report.repairs) {
    output.say(`  ${report.repaired ? '修复' : '可修复'}${repairNames[kind]} ${count} 处`);
  }
  const { taken, refused } = report.pictures;
  if (taken > 0) output.say(`  放入图片 ${taken} 张`);
  for (const { name, code } of refused) output.say(`  图片没有放入：${name}（${code}）`);
  for (const { kind, count, names } of report.notes)
    output.say([`  ${noteNames[kind]} ${count} 处`, ...names].join(' '));
  if (report.setApart.length > 0) output.say(`  没有放入正文的文字 ${report.setApart.length} 行`);
}

const changeNames = {
  'page-chrome': '剔除页面框架文字',
  caption: '认出图片说明',
  boilerplate: '认出固定用语',
  metadata: '提取到稿件信息',
  headline: '认出标题',
  'dropped-markup': '去掉无用标记',
} as const;

const repairNames: Readonly<Record<RepairKind, string>> = {
  'pinyin-residue': '误留的拼音',
  traditional: '繁体字',
  punctuation: '半角标点',
  blank: '标点旁的空格',
  'lost-email': '丢失的邮箱（标为待核）',
};

const noteNames = {
  'tracked-changes': '修订已按接受处理',
  comments: '批注没有带入',
  'text-boxes': '文本框的文字放在所在段落之后',
  'hidden-text': '隐藏文字没有带入',
  strike: '带删除线的文字留在稿中，线已去掉，请核对',
  'unknown-signs': '认不出的符号没有带入',
  readings: '汉字上方的注音没有带入',
  equations: '公式写成了一行文字，请核对',
  'headers-footers': '页眉页脚没有放入正文',
  'contents-list': '目录没有放入正文',
  footnotes: '脚注尾注放在文末',
  numbering: '自动编号写成了文字',
  'lines-joined': '断开的行接成了整段，请核对',
  markdown: 'Markdown 记号改成了格式，请核对',
  macros: '宏没有带入',
  'embedded-objects': '嵌入对象没有带入',
  media: '视频、音频、名片没有带入',
  'edited-pictures': '图片裁剪、旋转过，带入的是整张，请核对',
  diagrams: '图表、SmartArt 图示没有带入',
  'pictures-elsewhere': '图片不在文件里',
  codes: '文末的二维码没有放入正文',
  'pictures-unloaded': '图片在保存网页时还没有显示出来，请把网页拉到底再保存',
  'first-frames': '动图或多页图只取了第一帧',
  'pictures-unused': '网页旁的图标、横幅等没有带入',
  'attachments-taken': '附件已用入稿件',
  'attachments-left': '附件没有导入',
  'outlook-wrapping': 'winmail.dat 打不开，请发件人改用 HTML 或纯文本格式重发',
  'unreadable-characters': '读不出来的字已标为 �',
} as const;
