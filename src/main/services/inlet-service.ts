import type { InletFiles } from './ports/inlet-files.ts';

/** The inlet as the window may use it. */
export interface InletService {
  begin(name: string, bytes: number): Promise<string>;
  append(fileId: string, offset: number, chunk: Uint8Array): Promise<number>;
  discard(fileId: string): Promise<void>;
}

export function inletService(files: InletFiles): InletService {
  return {
    begin: async (name, bytes) => files.begin(plainFileName(name), bytes),
    append: async (fileId, offset, chunk) => files.append(fileId, offset, chunk),
    discard: async (fileId) => files.discard(fileId),
  };
}

/** The last part of what may be a path, without control and direction signs: a name to show, never one to open. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '');
  return plain.trim() === '' ? '—' : plain;
}
