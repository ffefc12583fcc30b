import type { EventSink } from '#main/services/ports/event-sink.ts';
import { AppError } from '#shared/errors.ts';
import type { Upload } from '#shared/model/upload.ts';

/** Listens to the queue and answers when an upload is published or needs a person. */
export interface UploadWatch {
  readonly events: EventSink;
  /** Rejects with the upload's own error when it failed, waits for another try, or was cancelled. */
  published(packageId: string): Promise<Upload>;
}

export function uploadWatch(): UploadWatch {
  const newest = new Map<string, Upload>();
  const waiting = new Map<string, PromiseWithResolvers<Upload>>();

  function settle(upload: Upload): void {
    const waiter = waiting.get(upload.packageId);
    if (upload.state === 'published') waiter?.resolve(upload);
    if (upload.state === 'failed' || upload.state === 'waiting' || upload.state === 'cancelled') {
      waiter?.reject(new AppError(upload.lastError?.code ?? 'cancelled', upload.lastError?.params));
    }
  }

  return {
    events: {
      emit(event, payload) {
        if (event !== 'upload:changed') return;
        const upload = payload as Upload;
        newest.set(upload.packageId, upload);
        settle(upload);
      },
    },
    async published(packageId) {
      const waiter = Promise.withResolvers<Upload>();
      waiting.set(packageId, waiter);
      const known = newest.get(packageId);
      if (known) settle(known);
      return waiter.promise;
    },
  };
}
