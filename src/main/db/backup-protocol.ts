import type { BackupAt } from '#main/services/ports/backups.ts';
import type { CodedError } from '#shared/errors.ts';
import type { JobStep } from '#shared/model/job.ts';

/** What the backup thread is started for. */
export type BackupTask =
  | { readonly kind: 'write'; readonly backup: BackupAt; readonly pictures: 'linked' | 'copied' }
  | { readonly kind: 'prove'; readonly backup: BackupAt }
  | { readonly kind: 'check' }
  | { readonly kind: 'find-unused' }
  | { readonly kind: 'keep-media'; readonly sha256s: readonly string[]; readonly folder: string }
  | { readonly kind: 'mend-media'; readonly sha256s: readonly string[]; readonly folders: readonly string[] }
  | { readonly kind: 'prepare-restore'; readonly backup: BackupAt }
  | { readonly kind: 'salvage-words' }
  | { readonly kind: 'list-drafts'; readonly backup: BackupAt }
  | { readonly kind: 'read-draft'; readonly backup: BackupAt; readonly draftId: string };

export interface BackupStart {
  readonly dataFolder: string;
  readonly task: BackupTask;
}

/** To the thread: stop. */
export const stopMessage = 'stop';

/** From the thread: how far it is, and its end. The answer travels as JSON. */
export type BackupMessage =
  | { readonly kind: 'step'; readonly step: JobStep; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly value: string }
  | { readonly kind: 'failed'; readonly error: CodedError };
