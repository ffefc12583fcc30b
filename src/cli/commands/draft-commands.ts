import { basename } from 'node:path';
import type { Services } from '#main/compose-services.ts';
import { reviewDecisionSchema, reviewStepSchema } from '#shared/model/review.ts';
import type { Output } from '../output.ts';

/** Registers somebody and goes on as them. Refuses `role-unknown`. */
export async function addPerson({ app }: Services, output: Output, name: string, role: string): Promise<void> {
  const { person: someone } = await app.state();
  const { persons } = someone
    ? await app.addPerson({ name, role })
    : await app.completeFirstStart({ name, role, samples: false });
  const added = persons.findLast((entry) => entry.name === name);
  if (added) await app.switchPerson(added.id);
  output.result(`已登记 ${name}（${role}）。`, added);
}

/** Makes a draft of a saved page and tells what was changed. */
export async function importPage({ imports, drafts }: Services, output: Output, file: string): Promise<void> {
  const { draftId, report } = await imports.importFile(file, basename(file));
  const { summary } = await drafts.open(draftId);
  for (const change of report.changes) output.say(`  ${changeNames[change.kind]} ${change.count} 处`);
  output.result(`已导入《${summary.headline}》，稿件 ${draftId}。`, { draftId, report });
}

const changeNames = {
  'pinyin-residue': '去掉拼音残留',
  traditional: '繁体转简体',
  punctuation: '半角标点改全角',
  'page-chrome': '剔除页面框架文字',
  caption: '认出图片说明',
  boilerplate: '认出固定用语',
  metadata: '提取到稿件信息',
  'to-confirm': '标记待核',
  headline: '认出标题',
  'dropped-markup': '去掉无用标记',
} as const;

export async function submitDraft({ reviews }: Services, output: Output, draftId: string, note: string): Promise<void> {
  const { summary } = await reviews.submit(draftId, note);
  output.result(`已送审，现为 ${summary.state}。`, { draftId, state: summary.state });
}

/** One decision of one review step. */
export async function decideDraft(
  { reviews }: Services,
  output: Output,
  draftId: string,
  given: { readonly step: string; readonly decision: string; readonly note: string },
): Promise<void> {
  const step = reviewStepSchema.parse(given.step);
  const decision = reviewDecisionSchema.parse(given.decision);
  const { summary } = await reviews.decide(draftId, step, decision, given.note);
  output.result(`已审核，现为 ${summary.state}。`, { draftId, state: summary.state });
}
