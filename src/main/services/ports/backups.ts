import type { BackupDraft, BackupProof, LiveCheck } from '#shared/model/backup.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { ReadTo } from './unused-file-store.ts';
import type { WorkHandle } from './work-handle.ts';

/** One backup: the database of a moment in `folder`, its pictures in `folder`/media, which all backups there share. */
export interface BackupAt {
  readonly folder: string;
  readonly at: string;
}

/** A draft as a backup holds it, with what is to be known of its pictures. */
export interface BackedUpContent {
  readonly content: DraftContent;
  readonly assets: readonly Asset[];
}

/** A draft that could still be read, in its newest words. */
export interface SalvagedDraft extends BackedUpContent {
  readonly number: number;
}

export interface SalvagedDrafts {
  readonly drafts: readonly SalvagedDraft[];
  /** How many are known of which nothing can be read. */
  readonly unreadable: number;
}

/** Pictures and attachments that nothing names, neither themselves nor through a picture made of them; and how far all words were read for it. */
export interface FoundUnused {
  readonly sha256s: readonly string[];
  readonly readTo: ReadTo;
}

/**
 * Proven copies of database and pictures. Each work runs in a thread of its own on a connection of its own: saving never
 * waits for it. Refuses `cancelled`, `disk-full`, `disk-error`, `data-folder-unwritable`, `database-damaged`, `not-found`.
 */
export interface Backups {
  /** The newest first; none where the folder is not there. */
  list(folder: string): Promise<readonly { readonly at: string; readonly bytes: number }[]>;
  /**
   * Copies and proves the database, keeps what is missing of its pictures and gives it its name; old backups go by the rotation.
   * `linked` pictures share their bytes with the live ones where the disk can do that: they cost nothing and outlive a
   * deletion, not a damage.
   */
  write(
    backup: BackupAt & { readonly pictures: 'linked' | 'copied' },
    handle: WorkHandle,
  ): Promise<{ readonly missing: number }>;
  /** Opens a copy as a start would, reads every word in it and compares every picture with its hash. */
  prove(backup: BackupAt, handle: WorkHandle): Promise<BackupProof>;
  /** The same reading for the live data. */
  check(handle: WorkHandle): Promise<LiveCheck>;
  /** Reads all live words on the way to the pictures and attachments that none of them names. */
  findUnused(handle: WorkHandle): Promise<FoundUnused>;
  /** Gives the backups of a folder these pictures for their own, before the live ones go; nothing where there are no backups. */
  keepMedia(sha256s: readonly string[], folder: string, handle: WorkHandle): Promise<void>;
  /** Brings pictures that are missing or damaged back from these folders; damaged files are put aside. Answers how many. */
  mendMedia(sha256s: readonly string[], folders: readonly string[], handle: WorkHandle): Promise<number>;
  /** Brings back the pictures of a backup that are missing here, and asks the next opening to put its database in place. */
  prepareRestore(backup: BackupAt, handle: WorkHandle): Promise<void>;
  /** Asks the next opening to begin with nothing where nothing can be read. */
  wishToStartEmpty(): Promise<void>;
  /** Every draft that can be read in the live data, whatever keeps it from being opened. Writes nothing where the data lies. */
  salvageWords(): Promise<SalvagedDrafts>;
  /** Notes beside the database where the backups on the second disk lie, for when it cannot be opened. */
  noteSecondDisk(folder: string | null): Promise<void>;
  notedSecondDisk(): Promise<string | null>;
  listDrafts(backup: BackupAt): Promise<readonly BackupDraft[]>;
  /** Null when the backup has no such draft. */
  readDraft(backup: BackupAt & { readonly draftId: string }): Promise<BackedUpContent | null>;
}
