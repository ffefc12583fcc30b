import { call } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { translate } from '#renderer/i18n/text.ts';
import { ask } from '#renderer/session/ask.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { grouped } from '#renderer/ui/format.ts';
import type { DraftSummary, TrashFacts } from '#shared/model/draft.ts';

/** A draft of the trash with what belongs to it. */
export interface TrashedDraft {
  readonly draft: DraftSummary;
  readonly facts: TrashFacts;
}

const topic = 'trash';
/** What this window moved to the trash and nobody took back since, the last at the end. */
let moved: readonly (readonly DraftSummary[])[] = [];
/** A question names so many headlines; the others are counted. */
const mostNamed = 8;

/** Moves drafts to the trash, with a way back in the message. */
export async function trashDrafts(drafts: readonly DraftSummary[]): Promise<void> {
  for (const draft of drafts) {
    const open = draftSession().opened?.summary.id === draft.id;
    if (open) await draftActs().flush();
    await call('draft:trash', { draftId: draft.id });
    if (open) draftActs().close();
  }
  moved = [...moved, drafts];
  await refreshDrafts();
  notify({
    intent: 'info',
    title: translate(drafts.length === 1 ? 'drafts.trashed' : 'drafts.trashedMany', naming(drafts)),
    act: { label: translate('common.undo'), run: () => void attempt(() => untrashDrafts(drafts)) },
    passing: true,
    topic,
  });
}

/** Takes back what was moved last; nothing when nothing was. */
export async function untrashLast(): Promise<void> {
  const last = moved.at(-1);
  if (last) await untrashDrafts(last);
}

export async function untrashDrafts(drafts: readonly DraftSummary[]): Promise<void> {
  forget(drafts);
  for (const draft of drafts) {
    await call('draft:untrash', { draftId: draft.id });
    if (draftSession().opened?.summary.id === draft.id) {
      draftActs().replace(await call('draft:open', { draftId: draft.id }));
    }
  }
  await refreshDrafts();
  notify({
    intent: 'success',
    title: translate(drafts.length === 1 ? 'drafts.untrashed' : 'drafts.untrashedMany', naming(drafts)),
    passing: true,
    topic,
  });
}

/** Deletes drafts of the trash for good, after the person has read which ones and said yes. */
export async function purgeDrafts(chosen: readonly TrashedDraft[]): Promise<void> {
  const purged = chosen.filter(({ facts }) => facts.mayPurge);
  const drafts = purged.map(({ draft }) => draft);
  if (drafts.length === 0) {
    notify({ intent: 'info', title: translate('trash.packagedStay'), passing: true, topic });
    return;
  }
  if (!(await ask(question(purged, chosen.length - purged.length)))) return;
  forget(drafts);
  for (const { id } of drafts) {
    const open = draftSession().opened?.summary.id === id;
    await call('draft:purge', { draftId: id });
    if (open) draftActs().close();
  }
  await refreshDrafts();
  notify({
    intent: 'success',
    title: translate(drafts.length === 1 ? 'trash.purged' : 'trash.purgedMany', naming(drafts)),
    passing: true,
    topic,
  });
}

/** They are no longer in the trash. */
function forget(drafts: readonly DraftSummary[]): void {
  const gone = new Set(drafts.map(({ id }) => id));
  moved = moved.map((group) => group.filter(({ id }) => !gone.has(id))).filter((group) => group.length > 0);
}

function question(purged: readonly TrashedDraft[], staying: number) {
  const drafts = purged.map(({ draft }) => draft);
  const sum = (count: (facts: TrashFacts) => number) =>
    grouped(purged.reduce((all, { facts }) => all + count(facts), 0));
  const belongs = { revisions: sum(({ revisions }) => revisions), comments: sum(({ comments }) => comments) };
  const others = drafts.length - mostNamed;
  return {
    title: translate(drafts.length === 1 ? 'trash.askOne' : 'trash.askMany', naming(drafts)),
    body: translate('trash.askBody', belongs) + (staying > 0 ? translate('trash.askStaying', { count: staying }) : ''),
    ...(drafts.length > 1 && {
      list: [
        ...drafts.slice(0, mostNamed).map(headlineOf),
        ...(others > 0 ? [translate('trash.askOthers', { count: others })] : []),
      ],
    }),
    yes: translate('trash.purgeNow'),
    no: translate('common.cancel'),
  };
}

function naming(drafts: readonly DraftSummary[]): { headline: string; count: number } {
  const [first] = drafts;
  return { headline: first ? headlineOf(first) : '', count: drafts.length };
}

function headlineOf({ headline }: DraftSummary): string {
  return headline === '' ? translate('drafts.untitled') : headline;
}
