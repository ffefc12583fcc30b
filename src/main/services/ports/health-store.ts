import type { UnkeptDraft } from '#shared/ipc/channels/app.ts';

/** What the store knows of itself. */
export interface HealthStore {
  countContents(args: Record<string, never>): Promise<StoreCounts>;
  /** Drafts with words in the journal that no revision holds, the latest first; those in the trash aside. */
  listUnkept(args: Record<string, never>): Promise<readonly UnkeptDraft[]>;
  /** The next opening looks at everything, sets a damaged file apart and puts in its place what can be saved. */
  noteDamage(args: Record<string, never>): Promise<void>;
}

export interface StoreCounts {
  readonly drafts: number;
  readonly revisions: number;
  readonly pictures: number;
  /** Of the picture files that the store knows, renditions included. */
  readonly mediaBytes: number;
  readonly databaseBytes: number;
  readonly schema: number;
}
