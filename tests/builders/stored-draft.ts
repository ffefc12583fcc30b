import type { StoredDraft } from '#main/services/ports/draft-store.ts';
import type { Store } from '#main/services/ports/store.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { contentOf } from './content.ts';
import { writer } from './signatory.ts';

const ids = systemIds();

/** A draft of the writer's that lies in the store. */
export async function storeDraft(
  store: Store,
  content: DraftContent = contentOf('一则消息'),
  changes: Partial<Parameters<Store['createDraft']>[0]> = {},
): Promise<StoredDraft> {
  return store.createDraft({
    draftId: ids.next(),
    revisionId: ids.next(),
    kind: 'created',
    content,
    by: writer,
    author: writer,
    at: '2026-11-23T06:00:00.000Z',
    ...changes,
  });
}
