import type { DraftMetadata } from './draft.ts';

/**
 * The time that the page gives as its own: the planned one, or when its package was built. A correction stands when its
 * first version did.
 */
export function timeOfPage({ amendment, plannedAt }: DraftMetadata, builtAt: string): string {
  return amendment?.publishedAt ?? plannedAt ?? builtAt;
}
