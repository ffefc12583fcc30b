import { expect, test } from 'vitest';
import { commentHandlers } from '#main/ipc-handlers/comment-handlers.ts';
import { draftHandlers } from '#main/ipc-handlers/draft-handlers.ts';
import { reviewHandlers } from '#main/ipc-handlers/review-handlers.ts';
import { sheetPlaceService } from '#main/services/sheet-place-service.ts';
import { contract, type ParsedRequest, type Response } from '#shared/ipc/contract.ts';
import { contentOf } from '#tests/builders/content.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDesk } from '#tests/helpers/test-desk.ts';

test('every call about a draft answers what the contract promises', async () => {
  const desk = await openTestDesk();
  const onSheet: string[] = [];
  let typed = 0;
  const handlers = {
    ...draftHandlers(
      desk.drafts,
      desk.trash,
      sheetPlaceService({ settings: desk.store, desk: { person: async () => writer } }),
      {
        onSheet: async (shown) => void onSheet.push(shown),
        onTyped: () => void (typed += 1),
      },
    ),
    ...reviewHandlers(desk.reviews),
    ...commentHandlers(desk.comments),
  };
  const called = new Set<string>();

  async function call<C extends keyof typeof handlers>(channel: C, request: ParsedRequest<C>): Promise<Response<C>> {
    called.add(channel);
    // The pairing of channel, request and answer is the contract's own; a union of handlers loses it.
    const handler = handlers[channel] as unknown as (request: ParsedRequest<C>) => Promise<Response<C>>;
    const answer = await handler(request);
    expect(contract[channel].response.parse(answer)).toEqual(answer);
    return answer;
  }

  const { summary, revision } = await call('draft:create', {});
  const draftId = summary.id;
  expect(onSheet).toEqual([draftId]);
  const { exactHash } = await call('draft:save-journal', {
    draftId,
    baseRevisionId: revision.id,
    sequence: 1,
    content: contentOf('一'),
  });
  expect(typed).toBe(1);
  expect(await call('draft:save-history', { draftId, exactHash, history: { undo: [], redo: [] } })).toEqual({
    kept: true,
  });
  const place = { top: { block: 0, share: 0.5 }, selection: null };
  await call('draft:keep-place', { draftId, place });
  expect(await call('draft:read-place', { draftId })).toEqual(place);
  const kept = await call('draft:save-revision', { draftId, kind: 'manual' });
  expect(await call('draft:list-revisions', { draftId })).toHaveLength(2);
  await call('draft:read-revision', { revisionId: kept.id });
  await call('draft:restore-revision', { revisionId: revision.id });
  await desk.store.keepIncoming({
    draftId,
    revisionId: (await call('comment:new-id', {})).commentId,
    parentId: kept.id,
    content: contentOf('对方的'),
    by: firstReviewer,
    at: '2026-11-23T07:00:00.000Z',
  });
  await call('draft:resolve-conflict', { draftId, keep: 'incoming' });
  await call('review:submit', { draftId, note: '' });
  await call('review:withdraw', { draftId, note: '' });
  await call('review:submit', { draftId, note: '' });
  desk.sit(firstReviewer);
  await call('review:decide', { draftId, step: 'first', decision: 'pass', note: '' });
  const { commentId } = await call('comment:new-id', {});
  await call('comment:add', { draftId, commentId, quote: '', text: '好' });
  await call('comment:resolve', { commentId, resolved: true });
  expect(await call('review:list-records', { draftId })).toHaveLength(4);
  await call('draft:open', { draftId });
  desk.sit(writer);
  await call('draft:find-similar', { draftId });
  await call('draft:trash', { draftId });
  await call('draft:untrash', { draftId });
  await call('draft:count-values', {});
  await call('draft:list', {
    filter: 'mine',
    sort: 'updated',
    reversed: false,
    query: '对方',
    earlier: false,
    cursor: null,
    limit: 10,
  });
  await call('draft:trash', { draftId });
  await call('draft:purge', { draftId });
  expect([...called].sort()).toEqual(Object.keys(handlers).sort());
});
