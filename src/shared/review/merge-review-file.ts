import type { Comment } from '../model/comment.ts';
import type { ReviewRecord } from '../model/review.ts';

/**
 * What to do with the words of a review file. The three texts are canonical JSON of whole contents, comment marks
 * included: a mark is part of what a reviewer sends back.
 * @param base the newest version that both sides know; null when they share none
 */
export function contentPlan(mine: string, theirs: string, base: string | null): 'unchanged' | 'update' | 'conflict' {
  if (mine === theirs || base === theirs) return 'unchanged';
  return base === mine ? 'update' : 'conflict';
}

/** How two sign-off chains of one draft go together: what the other side added, or that both went their own way. */
export function recordsPlan(
  mine: readonly ReviewRecord[],
  theirs: readonly ReviewRecord[],
): { readonly forked: boolean; readonly added: readonly ReviewRecord[] } {
  const shared = Math.min(mine.length, theirs.length);
  for (let index = 0; index < shared; index += 1) {
    if (mine[index]?.hash !== theirs[index]?.hash) return { forked: true, added: [] };
  }
  return { forked: false, added: theirs.slice(mine.length) };
}

/** The comments to keep: new ones, and known ones that the other side settled. Nobody's words are overwritten. */
export function commentsToSave(mine: readonly Comment[], theirs: readonly Comment[]): readonly Comment[] {
  const known = new Map(mine.map((comment) => [comment.id, comment]));
  return theirs.flatMap((comment) => {
    const own = known.get(comment.id);
    if (!own) return [comment];
    if (own.resolvedAt !== null || comment.resolvedAt === null) return [];
    return [{ ...own, resolvedAt: comment.resolvedAt, resolvedBy: comment.resolvedBy }];
  });
}
