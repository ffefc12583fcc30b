import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Services } from '#main/compose-services.ts';
import type { TakingChoices } from '#main/services/exchange-service.ts';
import type { WorkHandle } from '#main/services/ports/work-handle.ts';
import { AppError } from '#shared/errors.ts';
import type { TakenDraft } from '#shared/model/exchange-file.ts';
import type { NamedFile } from '#shared/model/named-file.ts';
import type { Output } from '../output.ts';

const outcomes: Readonly<Record<TakenDraft['outcome'], string>> = {
  created: '新增',
  updated: '更新到对方的版本',
  conflict: '两边都改过，都留下了，请在窗口里对比或合并',
  unchanged: '没有新的内容',
  'in-trash': '在本机的回收站里，没有动；见 --trashed',
};

/** A work that nobody stops. */
const handle: WorkHandle = { signal: new AbortController().signal, step: () => undefined };

/** Writes drafts, by their ids or `all`, with their whole history as one signed file. */
export async function exportDrafts(
  services: Services,
  output: Output,
  drafts: readonly string[],
  out: string | undefined,
): Promise<void> {
  const draftIds = drafts.includes('all') ? await everyDraft(services) : drafts;
  const { file, lacking } = await services.exchange.write(draftIds, handle);
  let { path } = file;
  if (out !== undefined) {
    await mkdir(resolve(out), { recursive: true });
    path = join(resolve(out), file.name);
    await copyFile(file.path, path);
  }
  sayLacking(output, lacking);
  const { fingerprint } = await services.keys.signingKey('review');
  output.result(`已导出 ${draftIds.length} 篇稿件：${path}（密钥 ${fingerprint}）`, {
    path,
    drafts: draftIds.length,
    fingerprint,
    lacking,
  });
}

/** Takes an exchange file in; a key that is seen for the first time must be named with its fingerprint (`--trust`). */
export async function importDrafts(
  services: Services,
  output: Output,
  file: string,
  choices: TakingChoices,
): Promise<void> {
  const taken = await services.exchange.readFile(resolve(file), choices, handle);
  for (const { headline, outcome, revisions, reviewsForked, lacking } of taken) {
    const forked = reviewsForked ? '；两边都审过，保留本机的审核记录' : '';
    output.say(`  《${headline}》：${outcomes[outcome]}（${revisions} 个版本${forked}）`);
    sayLacking(output, lacking);
  }
  output.result(`已导入，共 ${taken.length} 篇。`, taken);
}

function sayLacking(output: Output, lacking: readonly NamedFile[]): void {
  for (const { headline, kind, figure, name } of lacking) {
    const place = figure === null ? '以前的版本' : `图 ${figure}`;
    output.say(`  缺《${headline}》的${kind === 'attachment' ? '附件' : `图片（${place}）`} ${name}`);
  }
}

async function everyDraft({ drafts }: Services): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ;) {
    const request = { filter: 'all', sort: 'number', reversed: false, query: '', earlier: false } as const;
    const page: Awaited<ReturnType<typeof drafts.list>> = await drafts.list({ ...request, cursor, limit: 200 });
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    cursor = page.next;
  }
  if (ids.length === 0) throw new AppError('draft-not-found');
  return ids;
}
