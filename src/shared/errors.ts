import { z } from 'zod';

/**
 * Every refusal the app can give, as a code. Codes cross process borders; the words for people live in the
 * renderer's i18n files under `errors.<code>`, in each language.
 */
export const errorCodes = [
  // the call itself
  'internal',
  'bad-request',
  'untrusted-sender',
  'too-large',
  'too-many-calls',
  'cancelled',
  'not-found',
  'not-allowed',
  // the store
  'data-folder-in-use',
  'data-folder-unwritable',
  'disk-full',
  'disk-error',
  'database-damaged',
  'database-newer',
  'draft-not-found',
  'draft-locked',
  'draft-not-in-trash',
  'draft-packaged',
  'stale-base',
  'read-only',
  'folder-missing',
  'folder-unwritable',
  'folder-inside',
  'audit-broken',
  // people and settings
  'no-person',
  'role-unknown',
  'profile-invalid',
  // files coming in
  'file-vanished',
  'file-empty',
  'file-too-large',
  'file-unreadable',
  'attachment-type-refused',
  'attachment-type-differs',
  'attachment-too-large',
  'picture-broken',
  'picture-truncated',
  'picture-type-refused',
  'picture-too-large',
  'picture-timeout',
  'page-not-text',
  'page-empty',
  'import-old-office',
  'import-encrypted',
  'import-pdf',
  'import-spreadsheet',
  'import-slides',
  'import-ofd',
  'import-outlook',
  'import-compressed',
  'import-too-heavy',
  'docx-broken',
  'mail-broken',
  // review
  'review-out-of-order',
  'review-same-person',
  'review-author',
  'review-role',
  'review-stale',
  'review-note-missing',
  'review-key-unknown',
  // export
  'not-signed-off',
  'checks-failed',
  'warnings-open',
  'asset-missing',
  'attachment-missing',
  'nothing-live',
  'print-failed',
  // archives: packages and review files
  'archive-not-zip',
  'archive-path-unsafe',
  'archive-name-duplicate',
  'archive-name-reserved',
  'archive-link',
  'archive-top-folder',
  'archive-too-many-entries',
  'archive-too-large',
  'archive-entry-too-large',
  'archive-unpacked-too-large',
  'archive-ratio',
  'archive-overlap',
  'archive-extra-bytes',
  'archive-header-mismatch',
  'archive-size-mismatch',
  'archive-encrypted',
  'archive-nested-bag',
  'bag-incomplete',
  'bag-foreign-file',
  'bag-hash-mismatch',
  'bag-fetch-refused',
  'bag-malformed',
  'signature-missing',
  'signature-invalid',
  'signature-key-unknown',
  'metadata-invalid',
  'package-wrong-kind',
  'package-newer',
  'package-replayed',
  'site-unknown',
  // upload
  'portal-unreachable',
  'portal-not-found',
  'portal-timeout',
  'portal-unauthorized',
  'portal-key-unknown',
  'portal-conflict',
  'portal-refused',
  'portal-too-large',
  'portal-error',
  'portal-full',
  'portal-busy',
  'portal-unavailable',
  'portal-foreign-answer',
  'portal-redirect',
  'portal-certificate',
  'portal-certificate-date',
  'portal-proxy',
  'portal-proxy-login',
  'portal-not-configured',
  'receipt-invalid',
  'receipt-mismatch',
  'certificate-invalid',
  'folder-name-taken',
  'folder-copy-differs',
  // links
  'link-refused',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export const errorCodeSchema = z.enum(errorCodes);

/** Values to fill into the text for people: names of files, numbers, limits. Never the text of a draft. */
export const errorParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorParams = Readonly<Record<string, string | number>>;

export const codedErrorSchema = z.strictObject({ code: errorCodeSchema, params: errorParamsSchema });
export interface CodedError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** A refusal with a code. The only error that services throw on purpose. */
export class AppError extends Error implements CodedError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

/** The coded form of anything thrown; what carries no code becomes `internal`. */
export function toCodedError(thrown: unknown): CodedError {
  return thrown instanceof AppError ? { code: thrown.code, params: thrown.params } : { code: 'internal', params: {} };
}
