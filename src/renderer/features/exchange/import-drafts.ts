import { call } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { choose } from '#renderer/session/ask.ts';
import { readTrusted } from '#renderer/session/ask-trust.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { exchangeTopic as topic, followed } from '#renderer/session/followed-work.ts';
import { lackingFold } from '#renderer/session/lacking-files.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { TakenDraft } from '#shared/model/exchange-file.ts';

/** Takes the drafts of an exchange file in, says what became of each, and opens the first that is new or wants a choice. */
export async function importDrafts(file: File): Promise<void> {
  await attempt(async () => {
    await draftActs().flush();
    const read = await followed(translate('exchange.reading', { file: file.name }), async (work) => {
      const fileId = await uploadFile(file, { signal: work.signal, onProgress: (part) => work.progress(part) });
      const taken = await readTrusted(fileId, 'exchange', (trustFingerprint) =>
        call('exchange:read', { workId: work.workId, fileId, trustFingerprint, trashed: 'leave' }),
      );
      return taken && { fileId, taken };
    });
    if (!read) return;
    const taken = await settleTrashed(file.name, read);
    await refreshDrafts();
    await show(taken);
    tell(taken);
  }, topic);
}

interface Read {
  readonly fileId: string;
  readonly taken: readonly TakenDraft[];
}

/** Asks what shall become of drafts that are in the trash here; the others have been taken in already. */
async function settleTrashed(name: string, { fileId, taken }: Read): Promise<readonly TakenDraft[]> {
  const trashed = taken.filter(({ outcome }) => outcome === 'in-trash');
  if (trashed.length === 0) return taken;
  const answer = await choose({
    title: translate('exchange.trashed.title'),
    list: trashed.map(headlineOf),
    body: [
      translate('exchange.trashed.body'),
      ...(taken.length > trashed.length ? [translate('exchange.trashed.others')] : []),
    ].join(''),
    yes: translate('exchange.trashed.restore'),
    other: translate('exchange.trashed.copy'),
    no: translate('exchange.trashed.leave'),
  });
  if (answer === 'no') {
    await call('inlet:discard', { fileId });
    return taken;
  }
  const settled = await followed(translate('exchange.reading', { file: name }), async ({ workId }) =>
    call('exchange:read', { workId, fileId, trustFingerprint: null, trashed: answer === 'yes' ? 'restore' : 'copy' }),
  );
  // The file holds the drafts in one order, whatever becomes of them.
  return settled ? taken.map((draft, at) => (draft.outcome === 'in-trash' ? (settled[at] ?? draft) : draft)) : taken;
}

async function show(taken: readonly TakenDraft[]): Promise<void> {
  const wanted = (['conflict', 'created', 'updated'] as const).flatMap((outcome) =>
    taken.filter((draft) => draft.outcome === outcome),
  );
  const openId = draftSession().opened?.summary.id;
  if (openId !== undefined && taken.some(({ draftId }) => draftId === openId)) {
    draftActs().replace(await call('draft:open', { draftId: openId }));
    return;
  }
  const [first] = wanted;
  if (first) await draftActs().open(first.draftId);
}

const outcomes = [
  'conflict',
  'created',
  'updated',
  'unchanged',
  'in-trash',
] as const satisfies readonly TakenDraft['outcome'][];

function tell(taken: readonly TakenDraft[]): void {
  const folds = outcomes.flatMap((outcome) => {
    const drafts = taken.filter((draft) => draft.outcome === outcome);
    if (drafts.length === 0) return [];
    const entries = drafts.map((draft) => ({
      title: `${headlineOf(draft)}${draft.reviewsForked ? translate('exchange.forked') : ''}`,
      samples: [],
    }));
    return [{ title: translate(`exchange.outcome.${outcome}`, { count: drafts.length }), entries }];
  });
  const lacking = taken.flatMap((draft) => draft.lacking);
  const isDone = lacking.length === 0 && taken.every(({ outcome }) => outcome !== 'conflict');
  notify({
    intent: isDone ? 'success' : 'warning',
    title: translate('exchange.taken', { count: taken.length }),
    folds: [...folds, ...lackingFold(lacking)],
    topic,
  });
}

function headlineOf({ headline }: TakenDraft): string {
  return headline === '' ? translate('drafts.untitled') : headline;
}
