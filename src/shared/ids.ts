import { z } from 'zod';

/** UUIDv7 (RFC 9562): sorts by the time it was made. Made only by the `Ids` port. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** SHA-256 in lower-case hexadecimal, 64 digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A moment in UTC as ISO 8601 with milliseconds: `2026-11-23T06:03:22.000Z`. */
export const momentSchema = z.iso.datetime({ precision: 3 });
