import { basename } from 'node:path';
import { demoPortalName, demoPortalPort, startDemoPortal } from '#main/demo-portal.ts';
import type { Services } from '#main/compose-services.ts';
import { firstPortalId } from '#main/services/upload-target-service.ts';
import { AppError } from '#shared/errors.ts';
import { repairKinds } from '#shared/model/repair.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { letWarningsStand } from '../commands/let-warnings-stand.ts';
import type { Output } from '../output.ts';
import { openDesk, sitDown } from '../open-desk.ts';
import { finishDraft } from './finish-draft.ts';
import { provePage, type Proof } from './prove-page.ts';
import { fetchPublishedPage } from './published-page.ts';
import { uploadWatch } from './upload-watch.ts';

export interface DemoOptions {
  readonly dataFolder: string;
  readonly page: string;
  readonly pictures: readonly string[];
}

export interface DemoResult {
  readonly draftId: string;
  readonly package: PackageRecord;
  readonly receipt: Receipt;
  readonly proofs: readonly Proof[];
}

/** The sample persons, each with the role that the sample bureau gives them. */
const persons = {
  writer: { name: '拟稿员甲', role: 'writer' },
  first: { name: '审核员乙', role: 'section-head' },
  second: { name: '审核员丙', role: 'office-head' },
  final: { name: '审核员丁', role: 'leader' },
  publisher: { name: '发布员戊', role: 'publisher' },
} as const;

/**
 * The whole main job on a data folder of its own: import, pictures, reviews, package, upload to a portal that it starts,
 * and the published page fetched back. Rejects with the first refusal; proofs that do not hold are in the answer.
 */
export async function runDemo(options: DemoOptions, output: Output): Promise<DemoResult> {
  const watch = uploadWatch();
  const services = await openDesk(options.dataFolder, watch.events);
  try {
    const draftId = await prepareSignedOff(services, options, output);
    const record = await pack(services, draftId, output);
    const portal = await startDemoPortal(new URL('../../portal/demo-worker.ts', import.meta.url), {
      folder: services.places.demoPortal,
      profile: await services.app.profile(),
      publicKey: (await services.keys.signingKey('package')).publicKey,
      preferredPort: demoPortalPort,
    });
    try {
      const { url, token } = portal;
      const target = { kind: 'portal', id: firstPortalId, name: demoPortalName, url, token, certificate: '' } as const;
      await services.uploadTargets.save(target);
      await services.uploads.enqueue(record.id, firstPortalId);
      const { receipt } = await watch.published(record.id);
      if (!receipt) throw new AppError('receipt-invalid');
      output.say(`⑤ 已发布：${receipt.body.pageUrl}`);
      return { draftId, package: record, receipt, proofs: await prove(services, draftId, record, receipt) };
    } finally {
      await portal.close();
    }
  } finally {
    await services.close();
  }
}

/** Everything up to the third review; the exporter sits down at the end. Answers the draft. */
export async function prepareSignedOff(
  services: Services,
  options: Omit<DemoOptions, 'dataFolder'>,
  output: Output,
): Promise<string> {
  await settleIn(services);
  const draftId = await write(services, options, output);
  await review(services, draftId, output);
  await sitDown(services, persons.publisher.name);
  return draftId;
}

/** Makes the sample persons known. */
export async function settleIn({ app }: Services): Promise<void> {
  const { writer, ...others } = persons;
  if ((await app.state()).person === null) await app.completeFirstStart({ ...writer, samples: false });
  const known = (await app.state()).persons.map((person) => person.name);
  for (const person of Object.values(others)) if (!known.includes(person.name)) await app.addPerson(person);
}

/** Imports the page and finishes it as a writer would; answers the draft's id. */
export async function write(
  services: Services,
  { page, pictures }: Omit<DemoOptions, 'dataFolder'>,
  output: Output,
): Promise<string> {
  await sitDown(services, persons.writer.name);
  const imported = await services.imports.importFile({ path: page, name: basename(page) }, repairKinds);
  if (imported.outcome !== 'draft') throw new AppError('page-not-text');
  const { draftId, report } = imported;
  const changes = [...report.changes, ...report.repairs].reduce((sum, change) => sum + change.count, 0);
  output.say(`① 导入 ${basename(page)}：整理 ${changes} 处，剔除页面框架 ${report.setApart.length} 行`);
  const assets = await Promise.all(
    pictures.map(async (picture) => services.media.importFile(picture, basename(picture), { acceptTruncated: false })),
  );
  const draft = await services.drafts.open(draftId);
  const profile = await services.app.profile();
  const content = finishDraft(draft.content, { assets, profile, writer: persons.writer.name });
  const sequence = draft.journalSequence + 1;
  await services.drafts.saveJournal({ draftId, baseRevisionId: draft.revision.id, sequence, content });
  await services.drafts.saveRevision(draftId, 'manual');
  const kept = await letWarningsStand(services, draftId, '示例稿件，按原文保留。');
  output.say(`② 写稿：《${content.metadata.headline}》，图 ${assets.length} 张，${kept} 条警告写明了理由`);
  return draftId;
}

/** Sends the draft in and passes the three steps, each by a person of its own. */
export async function review(services: Services, draftId: string, output: Output): Promise<void> {
  await services.reviews.submit(draftId, '请审。');
  for (const step of ['first', 'second', 'final'] as const) {
    await sitDown(services, persons[step].name);
    await services.reviews.decide(draftId, step, 'pass', '同意。');
  }
  output.say(`③ 三审通过：${persons.first.name}、${persons.second.name}、${persons.final.name}`);
}

async function pack(services: Services, draftId: string, output: Output): Promise<PackageRecord> {
  const record = await buildPackage(services, draftId);
  output.say(`④ 发布包 ${record.name}.zip，${record.bytes} 字节，SHA-256 ${record.zipSha256}`);
  return record;
}

/** Builds and waits. Rejects with the job's own error. */
export async function buildPackage({ packages, jobs, store }: Services, draftId: string): Promise<PackageRecord> {
  const { id } = await packages.build(draftId);
  const job = await jobs.settled(id);
  const record = job.packageId === null ? null : await store.readPackage({ packageId: job.packageId });
  if (!record) throw new AppError(job.error?.code ?? 'cancelled', job.error?.params);
  return record;
}

async function prove(
  services: Services,
  draftId: string,
  record: PackageRecord,
  receipt: Receipt,
): Promise<readonly Proof[]> {
  const [{ content }, profile, report, page] = await Promise.all([
    services.drafts.open(draftId),
    services.app.profile(),
    services.packages.verifyFile(record.path),
    fetchPublishedPage(receipt.body.pageUrl),
  ]);
  return provePage(page, { content, profile, report, receipt });
}
