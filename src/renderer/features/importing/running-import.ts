import { call, listen } from '#renderer/api/desk-api.ts';
import { uploadTogether } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { changeNotice, dismiss, notify } from '#renderer/session/notices.ts';
import type { FileToImport } from '#renderer/session/sort-files.ts';
import type { Response } from '#shared/ipc/contract.ts';
import type { ImportStep } from '#shared/ipc/channels/import.ts';

export interface ImportPlace {
  /** From 1. */
  readonly done: number;
  readonly total: number;
  readonly topic: string;
}

/**
 * Sends a file to the main process and has a draft made of it, in sight of the person: how far it is, and a button that
 * stops it. Throws a DeskError, `cancelled` when it was stopped.
 */
export async function runImport(
  { file, beside }: FileToImport,
  { done, total, topic }: ImportPlace,
): Promise<Response<'import:file'>> {
  const abort = new AbortController();
  const notice = notify({
    intent: 'info',
    title: translate(total > 1 ? 'importing.runningOf' : 'importing.running', { file: file.name, done, total }),
    lines: [translate('importing.stepSend')],
    progress: 0,
    topic,
    act: { label: translate('common.cancel'), run: () => abort.abort() },
  });
  try {
    const { fileId, beside: pictures } = await uploadTogether(file, beside, {
      signal: abort.signal,
      onProgress: (progress) => changeNotice(notice, { progress }),
    });
    const cancel = (): void => void call('import:cancel', { fileId });
    abort.signal.addEventListener('abort', cancel);
    const stop = listen('import:step', (step) => {
      if (step.fileId === fileId) changeNotice(notice, shown(step));
    });
    try {
      const imported = call('import:file', { fileId, pictures: [...pictures] });
      if (abort.signal.aborted) cancel();
      return await imported;
    } finally {
      stop();
    }
  } finally {
    dismiss(notice);
  }
}

function shown({ step, done, total }: ImportStep): { lines: readonly string[]; progress: number | null } {
  return step === 'words'
    ? { lines: [translate('importing.stepWords')], progress: null }
    : { lines: [translate('importing.stepPictures', { done: done + 1, total })], progress: done / total };
}
