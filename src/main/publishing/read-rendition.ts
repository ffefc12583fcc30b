import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnpackedFiles } from '#main/services/ports/package-reader.ts';
import { AppError } from '#shared/errors.ts';

/** The bytes of a picture that a package or review file brought, by hash. Refuses `asset-missing`. */
export async function readRendition(file: UnpackedFiles, sha256: string): Promise<Uint8Array> {
  const found = file.files.find((entry) => entry.sha256 === sha256);
  if (!found) throw new AppError('asset-missing', { sha256 });
  return readFile(join(file.folder, found.path));
}
