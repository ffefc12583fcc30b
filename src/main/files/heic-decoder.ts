import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { PictureFacts } from './picture-exif.ts';

export interface HeicQuestion {
  readonly bytes: Uint8Array;
  readonly maxPixels: number;
}

export interface HeicPixels {
  readonly kind: 'pixels';
  readonly width: number;
  readonly height: number;
  /** Eight bits a channel, upright. */
  readonly rgba: Uint8Array;
  readonly facts: PictureFacts;
}

export type HeicAnswer =
  | HeicPixels
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number }
  | { readonly kind: 'broken' };

/**
 * Decodes a HEIC file in a worker thread. Refuses `picture-broken`, `picture-too-large` and `picture-timeout`.
 * @param workerScript `heic-worker` of this folder: the source when run from source, the built file otherwise
 */
export async function decodeHeic(
  workerScript: URL,
  question: HeicQuestion,
  limitMilliseconds: number,
): Promise<HeicPixels> {
  const worker = new Worker(workerScript, {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    // The decoder writes its opinion of broken files to the console; the codes say enough.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<HeicAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(new AppError('picture-timeout')), limitMilliseconds);
      worker.once('message', resolve);
      worker.once('error', (cause) => reject(new AppError('picture-broken', {}, { cause })));
      worker.once('exit', () => reject(new AppError('picture-broken')));
    });
    if (answer.kind === 'broken') throw new AppError('picture-broken');
    if (answer.kind === 'too-large') {
      throw new AppError('picture-too-large', { width: answer.width, height: answer.height });
    }
    return answer;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
