import type { Receipt } from '#shared/model/receipt.ts';

/** Where packages are sent, and what opens the door. */
export interface PortalTarget {
  /** `https://…`, any path of it; the API lies under its root. */
  readonly url: string;
  readonly token: string;
  /** Base64 of the key that signs receipts, pinned by an earlier receipt; null before the first. */
  readonly publicKey: string | null;
}

/** A package that `verify` accepted, with what its receipt must agree with. */
export interface PackageToSend {
  readonly path: string;
  readonly name: string;
  readonly draftId: string;
  readonly zipSha256: string;
  readonly bytes: number;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

export interface SendListener {
  /** Where the upload can be resumed from now on. */
  onUploadUrl(url: string): void;
  /** Bytes sent so far; steps back after a break, to what the portal has. */
  onOffset(offset: number): void;
  /** Everything is sent; the portal verifies. */
  onVerifying(): void;
}

export interface SendOptions {
  /** Address of an earlier upload to resume, empty for none. */
  readonly uploadUrl: string;
  readonly signal: AbortSignal;
  readonly listener: SendListener;
}

/**
 * Sends packages to a portal and brings back its receipt, checked: signature, pinned key, hash of the zip and of every
 * file. Refuses with
 * `portal-unreachable`, `portal-timeout`, `portal-error {status?, retryAfter?}` (500, 503, a captive page; `retryAfter` in
 * seconds) – worth another try;
 * `portal-conflict {status}` (the upload is held or moved on by another request) – worth another try;
 * `portal-unauthorized`, `portal-too-large`, `portal-redirect {host}`, `portal-refused {reason}` (`reason` is the portal's
 * code), `portal-conflict {name}`, `package-replayed`, `receipt-invalid`, `receipt-mismatch`, `cancelled` – not by itself.
 */
export interface PortalClient {
  send(target: PortalTarget, pack: PackageToSend, options: SendOptions): Promise<Receipt>;
  /** Removes an unfinished upload from the portal. What is gone already is well. */
  discard(target: PortalTarget, uploadUrl: string): Promise<void>;
}
