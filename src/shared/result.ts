import { z } from 'zod';
import { codedErrorSchema, type CodedError } from './errors.ts';

/** What every call across a process answers: a value, or a coded error. Never undefined, never a throw. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: CodedError };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail<Value = never>(error: CodedError): Result<Value> {
  return { ok: false, error };
}

/** The envelope's schema around the schema of its value. */
export function resultSchema<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: codedErrorSchema }),
  ]);
}
