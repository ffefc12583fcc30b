import { z } from 'zod';
import { AppError, errorParamsSchema, type ErrorCode } from '#shared/errors.ts';

/** How the portal's API tells a refusal; see `docs/portal-api.md`. */
const refusalSchema = z.object({ code: z.string(), params: errorParamsSchema });

/** Refusals that mean the same on both sides. All others are told as `portal-refused {reason}`. */
const sharedCodes: ReadonlySet<string> = new Set<ErrorCode>([
  'portal-conflict',
  'package-replayed',
  'site-unknown',
  'portal-too-large',
]);

/** The error that an answer with a status of 400 or more, or one that no portal gives, stands for. */
export function errorOfAnswer(status: number, header: (name: string) => string | undefined, body: string): AppError {
  const refusal = readRefusal(body);
  if (status === 401 || (status === 403 && (refusal || body === ''))) return new AppError('portal-unauthorized');
  if (status === 407) return new AppError('portal-proxy-login');
  if (status === 413) return new AppError('portal-too-large');
  // A network that wants its people to sign in first says so in its own words (RFC 6585, 6).
  if (status === 511) return new AppError('portal-foreign-answer', { status });
  if (status === 507) return new AppError('portal-full');
  if (refusal && status < 500 && status !== 429) {
    if (refusal.code === 'signature-key-unknown') return new AppError('portal-key-unknown');
    return sharedCodes.has(refusal.code)
      ? new AppError(refusal.code as ErrorCode, refusal.params)
      : new AppError('portal-refused', { reason: refusal.code });
  }
  if (status === 409 || status === 412 || status === 423) return new AppError('portal-busy', { status });
  // 502 and 504 are said by what stands before a portal that is being restarted.
  if ([429, 502, 503, 504].includes(status)) {
    const retryAfter = readRetryAfter(header('retry-after'));
    return new AppError('portal-unavailable', { status, ...(retryAfter === undefined ? {} : { retryAfter }) });
  }
  return new AppError(status >= 500 ? 'portal-error' : 'portal-foreign-answer', { status });
}

function readRefusal(body: string): z.infer<typeof refusalSchema> | undefined {
  try {
    return refusalSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** Seconds (RFC 9110, 10.2.3, the form in seconds; portals send no other), at most a day. */
function readRetryAfter(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Math.min(Number(value), 24 * 60 * 60) : undefined;
}
