import type { RevisionSummary } from '#shared/model/revision.ts';

/** A version on the timeline, or several that the clock kept one after the other, folded into one line. */
export type TimelineItem =
  | { readonly kind: 'version'; readonly revision: RevisionSummary; readonly change: number }
  | { readonly kind: 'fold'; readonly id: string; readonly count: number };

export interface TimelineDay {
  /** `2026-11-28`, of this machine's calendar. */
  readonly day: string;
  readonly items: readonly TimelineItem[];
}

export interface TimelineFilter {
  /** Of these revisions alone; null for all. */
  readonly only: ReadonlySet<string> | null;
  /** Of this person alone; null for everybody. */
  readonly personId: string | null;
  /** Folds that the person opened, by their id. */
  readonly opened: ReadonlySet<string>;
  /** Revisions that are never folded away. */
  readonly kept: ReadonlySet<string>;
}

/** Fewer than this many are not worth folding. */
const shortestFold = 3;

/** The versions newest first, by days; `dayOf` gives the day of a moment. */
export function timelineOf(
  revisions: readonly RevisionSummary[],
  filter: TimelineFilter,
  dayOf: (moment: string) => string,
): readonly TimelineDay[] {
  const newestFirst = revisions.toSorted((a, b) => b.sequence - a.sequence);
  const characters = new Map(newestFirst.map(({ sequence, characters }) => [sequence, characters]));
  const shown = newestFirst.filter(
    ({ id, by }) => (!filter.only || filter.only.has(id)) && (filter.personId === null || by.id === filter.personId),
  );
  const days = Map.groupBy(shown, ({ at }) => dayOf(at));
  return [...days].map(([day, versions]) => ({
    day,
    items: folded(versions, filter).map((item): TimelineItem => {
      if ('count' in item) return { kind: 'fold', ...item };
      return { kind: 'version', revision: item, change: item.characters - (characters.get(item.sequence - 1) ?? 0) };
    }),
  }));
}

/**
 * The version that the sheet goes on from: the newest of those kept since `headId`, each over the one before. What came from
 * elsewhere may be younger, and stands beside until somebody chooses.
 */
export function currentVersion(revisions: readonly RevisionSummary[], headId: string): string {
  const oldestFirst = revisions.toSorted((a, b) => a.sequence - b.sequence);
  return oldestFirst.reduce((current, { id, parentId }) => (parentId === current ? id : current), headId);
}

type Folded = RevisionSummary | { readonly id: string; readonly count: number };

/** Of neighbours that the clock kept for one person the newest stays, the others fold. */
function folded(versions: readonly RevisionSummary[], { opened, kept }: TimelineFilter): readonly Folded[] {
  const items: Folded[] = [];
  for (let at = 0; at < versions.length;) {
    const first = versions[at];
    if (!first) break;
    items.push(first);
    let end = at + 1;
    while (first.kind === 'timed' && isLike(first, versions[end]) && !kept.has(versions[end]?.id ?? '')) end += 1;
    const rest = versions.slice(at + 1, end);
    const isFolded = rest.length >= shortestFold - 1 && !opened.has(first.id);
    if (isFolded) items.push({ id: first.id, count: rest.length });
    else items.push(...rest);
    at = end;
  }
  return items;
}

function isLike(first: RevisionSummary, other: RevisionSummary | undefined): boolean {
  return other?.kind === 'timed' && other.by.id === first.by.id;
}
