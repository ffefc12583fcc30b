import { z } from 'zod';
import { canonicalJson } from '#shared/document/canonical.ts';
import { AppError } from '#shared/errors.ts';
import { reviewFileVersion, type Signer } from '#shared/model/review-file.ts';
import type { SigningKey } from '#main/services/ports/key-store.ts';
import { utf8 } from './bag.ts';

/** `metadata/signer.json` of a file that carries the key to check it by. */
export function signerOf({ signerName, key }: { readonly signerName: string; readonly key: SigningKey }): Signer {
  return { format: 'gaoqian-signer', version: reviewFileVersion, name: signerName, publicKey: key.publicKey };
}

/** A metadata file: JSON with sorted keys, indented for people. Refuses `metadata-invalid {file, field}`. */
export function metadataFile(file: string, schema: z.ZodType, value: unknown): readonly [string, Uint8Array] {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(file, parsed.error);
  return [file, utf8(`${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`)];
}

/**
 * Reads a metadata file. Refuses `metadata-invalid {file, field}`, and `package-newer {file}` when it says that it is
 * of a later version of the format.
 */
export function parseMetadata<Schema extends z.ZodType>(file: string, schema: Schema, text: string): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError('metadata-invalid', { file, field: '' });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  if (versionOf(json) > knownVersion) throw new AppError('package-newer', { file });
  throw invalid(file, parsed.error);
}

const knownVersion = 1;
const versionedSchema = z.object({ version: z.number() });
const documentVersionedSchema = z.object({ document: versionedSchema });

function versionOf(json: unknown): number {
  const own = versionedSchema.safeParse(json);
  if (own.success) return own.data.version;
  const nested = documentVersionedSchema.safeParse(json);
  return nested.success ? nested.data.document.version : 0;
}

function invalid(file: string, error: z.ZodError): AppError {
  return new AppError('metadata-invalid', { file, field: error.issues[0]?.path.join('.') ?? '' });
}
