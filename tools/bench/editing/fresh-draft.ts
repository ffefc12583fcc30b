import type { Page } from '@playwright/test';
import type { Channel, RendererApi, Request, Response } from '#shared/ipc/contract.ts';
import type { DraftContent } from '#shared/model/draft.ts';

/**
 * Puts a draft of this content in the place of all that have its headline: what was typed into the one before, and its history,
 * would be measured again. The next start of the window shows the draft that is called `before`.
 */
export async function makeFreshDraft(page: Page, content: DraftContent, before: string): Promise<void> {
  await page.evaluate(inPage, { content, before });
}

async function inPage({ content, before }: { content: DraftContent; before: string }): Promise<void> {
  const api = (globalThis as unknown as { gaoqian: RendererApi }).gaoqian;
  const ask = async <C extends Channel>(channel: C, request: Request<C>): Promise<Response<C>> => {
    const answer = await api.invoke(channel, request);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
    return answer.value;
  };
  const { items } = await ask('draft:list', { filter: 'mine', sort: 'updated', query: '', cursor: null, limit: 50 });
  for (const { id, headline } of items) {
    if (headline === content.metadata.headline) await ask('draft:trash', { draftId: id });
  }
  const { summary, revision } = await ask('draft:create', {});
  const draftId = summary.id;
  await ask('draft:save-journal', { draftId, baseRevisionId: revision.id, sequence: 1, content });
  await ask('draft:save-revision', { draftId, kind: 'manual' });
  const shown = items.find(({ headline }) => headline === before);
  if (shown) await ask('draft:open', { draftId: shown.id });
}
