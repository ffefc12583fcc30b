import { inletChunkBytes } from '#shared/ipc/channels/inlet.ts';
import { call, DeskError } from './desk-api.ts';

export interface UploadFileOptions {
  /** Fraction from 0 to 1 of the bytes that the main process has. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends a file of the window to the main process's inlet, 1 MB at a time, and answers its id there. What was sent is
 * discarded when it fails or is aborted. Throws a DeskError (`cancelled` when aborted).
 */
export async function uploadFile(file: File, options: UploadFileOptions = {}): Promise<string> {
  const { fileId } = await call('inlet:begin', { name: inletName(file.name), bytes: file.size });
  try {
    for (let offset = 0; offset < file.size; offset += inletChunkBytes) {
      if (options.signal?.aborted) throw new DeskError({ code: 'cancelled', params: {} });
      const chunk = await readChunk(file, offset);
      await call('inlet:append', { fileId, offset, chunk });
      options.onProgress?.((offset + chunk.byteLength) / file.size);
    }
    return fileId;
  } catch (thrown) {
    // The first failure is the one to tell; the inlet is emptied at quit in any case.
    await call('inlet:discard', { fileId }).catch(() => undefined);
    throw thrown;
  }
}

/** A file and others that belong to it, with one progress over all; none of them stays when one fails. */
export async function uploadTogether(
  file: File,
  beside: readonly File[],
  { signal, onProgress }: UploadFileOptions = {},
): Promise<{ readonly fileId: string; readonly beside: readonly string[] }> {
  const total = [file, ...beside].reduce((sum, { size }) => sum + size, 0);
  const sent: string[] = [];
  let sentBytes = 0;
  const send = async (next: File): Promise<string> => {
    const tell = (fraction: number): void => onProgress?.((sentBytes + fraction * next.size) / total);
    const fileId = await uploadFile(next, { ...(signal ? { signal } : {}), onProgress: tell });
    sent.push(fileId);
    sentBytes += next.size;
    return fileId;
  };
  try {
    const fileId = await send(file);
    for (const other of beside) await send(other);
    return { fileId, beside: sent.slice(1) };
  } catch (thrown) {
    await Promise.all(sent.map(async (fileId) => call('inlet:discard', { fileId }).catch(() => undefined)));
    throw thrown;
  }
}

/** The last 255 characters, so that the ending stays. */
function inletName(name: string): string {
  return name === '' ? 'file' : name.slice(-255);
}

async function readChunk(file: File, offset: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(offset, offset + inletChunkBytes).arrayBuffer());
  } catch {
    // The browser reports a file that was deleted or changed while it is read.
    throw new DeskError({ code: 'file-vanished', params: { name: file.name } });
  }
}
