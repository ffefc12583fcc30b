import type { Store } from '#main/services/ports/store.ts';
import type { CodedError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { OpenReport } from './store-folder.ts';

/** What the worker is started with. */
export interface WorkerStart {
  readonly folder: string;
  /** `reading` opens a copy that refuses every change. */
  readonly mode: 'working' | 'reading';
}

export type StoreMethod = keyof Store;

/** To the worker, arguments and answers as JSON: for a whole document several times quicker than cloning it. `close` ends it after everything before is done. */
export type WorkerRequest =
  | { readonly id: number; readonly kind: 'call'; readonly method: StoreMethod; readonly args: string }
  | { readonly id: number; readonly kind: 'close' };

/**
 * From the worker: first how opening went, then an answer for each request. `trace` tells where an unexpected error came
 * from: frames only, as its message may hold words of a draft.
 */
export type WorkerMessage =
  | { readonly kind: 'opened'; readonly report: OpenReport }
  | { readonly kind: 'refused'; readonly error: CodedError }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<string>; readonly trace?: string };
