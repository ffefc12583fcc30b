import { isComposing } from '#renderer/session/composition.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { findFields, matchAt, type FindMatch } from '#shared/document/find/match-list.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { contentNow, runner, search, searchFrom, tellReplaced } from './find-session.ts';
import { useFind } from './find-state.ts';

/** Replaces the match the bar is at and goes on to the next one. */
export async function replaceOne(): Promise<void> {
  const { matches, current } = useFind.getState();
  const match = current === null ? undefined : matchAt(matches, current);
  if (match) await replace(match);
}

/** Replaces every match, as one undo step, and says how many they were. */
export async function replaceAll(): Promise<void> {
  await replace();
}

async function replace(only?: FindMatch): Promise<void> {
  const before = contentNow();
  if (!before || isComposing()) return;
  const { query, replacement } = useFind.getState();
  const answer = await runner.run({ query, content: before, replace: { replacement, ...(only ? { only } : {}) } });
  if (answer.kind !== 'replaced') {
    if (answer.kind !== 'superseded' && answer.kind !== 'found') useFind.setState({ status: { kind: answer.kind } });
    return;
  }
  const { content, count, skipped, growth } = answer.replaced;
  if (count > 0 && !applyContent(before, content)) {
    useFind.setState({ status: { kind: 'changed' } });
    return;
  }
  // On behind the new words, so that a replacement which holds the query is not found again.
  if (only) searchFrom({ place: only.place, offset: only.end + growth });
  const left = contentNow() ?? content;
  if (!only) tellReplaced(left, count, skipped);
  await search(only ? 'scroll' : 'stay');
  if (only && skipped > 0) tellReplaced(left, count, skipped);
}

/** False, and nothing done, when somebody wrote on the sheet since `before` was read. */
function applyContent(before: DraftContent, after: DraftContent): boolean {
  const now = contentNow();
  if (!now || isComposing() || canonicalJson(now) !== canonicalJson(before)) return false;
  const metadata = Object.fromEntries(findFields.map((field) => [field, after.metadata[field]]));
  draftActs().applyContent({ document: after.document, metadata });
  draftActs().pause();
  return true;
}
