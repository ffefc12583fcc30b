import type { Publication } from './publication-store.ts';
import type { Reception } from './reception-store.ts';

/** A package as whoever looks after the portal sees it. */
export interface PackageLine extends Pick<Reception, 'packageName' | 'zipSha256' | 'state' | 'error'> {
  readonly exporterName: string;
  readonly receivedAt: string;
  /** Null for one that was not published. */
  readonly headline: string | null;
  readonly slug: string | null;
  readonly action: Publication['action'] | null;
}

export interface Statistics {
  readonly published: number;
  readonly refused: number;
  readonly waiting: number;
  readonly exporters: number;
  /** Published in each of the last months of China's time, the newest first: `2026-11`. */
  readonly months: readonly { readonly month: string; readonly packages: number }[];
}

export const packageStates = ['received', 'published', 'refused'] as const;

/** Searches and sums over the index; changes nothing. */
export interface OverviewStore {
  /** The newest first. `query` is looked for in name, headline, hash and exporter; an empty one finds all. */
  packages(
    filter: { readonly query: string; readonly state: PackageLine['state'] | null },
    offset: number,
    limit: number,
  ): Promise<readonly PackageLine[]>;
  statistics(): Promise<Statistics>;
}
