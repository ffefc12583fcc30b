import type { Receipt } from '#shared/model/receipt.ts';

/** Where packages are sent, and what opens the door. */
export interface PortalTarget {
  /** `https://…`, any path of it; the API lies under its root. */
  readonly url: string;
  readonly token: string;
  /** PEM of an own certificate authority that is believed beside the system's; empty for none. */
  readonly certificate: string;
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
  /** What may be taken of the line, asked again and again; 0 is no limit. */
  readonly bytesPerSecond: () => number;
  readonly signal: AbortSignal;
  readonly listener: SendListener;
}

/**
 * Sends packages to a portal and brings back its receipt, checked: signature, pinned key, hash of the zip and of every
 * file. Refuses with
 * `portal-unreachable`, `portal-not-found {host}`, `portal-timeout`, `portal-error {status?}` (the portal failed inside), `portal-full`
 * (its disk), `portal-unavailable {status, retryAfter?}` (429, 502, 503, 504; seconds), `portal-busy {status}` (409, 412, 423 of the protocol: the upload is held or moved on by
 * another request), `portal-foreign-answer {status}` (a captive page: whoever answers is no portal) – worth another try;
 * `portal-unauthorized`, `portal-too-large`, `portal-redirect {host}`, `portal-refused {reason}` (`reason` is the portal's
 * code), `portal-conflict {name}`, `portal-key-unknown`, `portal-certificate {reason}`, `portal-certificate-date {reason}`, `portal-proxy`, `package-replayed`, `receipt-invalid`,
 * `receipt-mismatch`, `cancelled` – not by itself.
 */
export interface PortalClient {
  send(target: PortalTarget, pack: PackageToSend, options: SendOptions): Promise<Receipt>;
  /** Removes an unfinished upload from the portal. What is gone already is well. */
  discard(target: PortalTarget, uploadUrl: string): Promise<void>;
}
