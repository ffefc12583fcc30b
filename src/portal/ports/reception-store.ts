import type { CodedError } from '#shared/errors.ts';
import type { AuditEntry } from './audit-store.ts';

/** An upload that came in completely. */
export interface Arrival {
  readonly zipSha256: string;
  readonly exporterId: string;
  /** Of the upload, as the tus server calls it. */
  readonly tusId: string;
  readonly packageName: string;
}

/** A package that came in, and what became of it. One for each zip and exporter; a repeat begins anew. */
export interface Reception extends Arrival {
  readonly state: 'received' | 'published' | 'refused';
  readonly error: CodedError | null;
}

/** A process's right to a reception, for a while: when it is killed, another one may take it up after that. */
export interface Claim {
  /** Made for this claim alone. Whoever comes with another one has lost the reception meanwhile. */
  readonly id: string;
  /** Name of the process. */
  readonly holder: string;
  readonly until: string;
}

/** Packages that came in. Many processes may take them: none of them is ever claimed by two. */
export interface ReceptionStore {
  /** Notes a finished upload, to be verified. Whoever notes it holds it, until the sender has the answer. */
  receive(arrival: Arrival, at: string, claim: Claim): Promise<void>;
  /** Claims the oldest one to be verified that nobody holds at `now`. */
  claimNext(claim: Claim, now: string): Promise<Arrival | undefined>;
  /** Holds it for longer. False when the claim is lost. */
  renew(claimId: string, until: string): Promise<boolean>;
  /** Gives it back for others to claim. */
  release(claimId: string): Promise<void>;
  /** Gives back whatever a process of this name held: it begins anew, so it does nothing with it any more. */
  releaseAll(holder: string): Promise<void>;
  /** Says what became of it, once. False, and nothing said, when the claim is lost. */
  settle(claimId: string, outcome: Outcome, entry: AuditEntry): Promise<boolean>;
  find(zipSha256: string, exporterId: string): Promise<Reception | undefined>;
  findByUpload(tusId: string): Promise<Reception | undefined>;
}

export type Outcome =
  { readonly state: 'published'; readonly error: null } | { readonly state: 'refused'; readonly error: CodedError };
