import type { Upload } from '#shared/model/upload.ts';
import { call, listen } from './desk-api.ts';
import { hearChange } from './own-changes.ts';
import {
  keys,
  refreshApp,
  refreshChecklist,
  refreshDrafts,
  refreshHealth,
  refreshPackages,
  refreshRevisions,
} from './queries.ts';
import { queryClient } from './query-client.ts';

/** Back on a network, this one or another: what waits for the line need not wait any longer. */
function wake(): void {
  call('upload:wake', {}).catch(() => undefined);
}

/** Keeps what the window knows in step with the main process. Answers a function that stops it. */
export function followEvents(): () => void {
  const stops = [
    listen('draft:changed', ({ draftId }) => {
      void refreshDrafts();
      void refreshRevisions(draftId);
      void refreshChecklist(draftId);
    }),
    listen('app:changed', () => hearChange(() => void refreshApp())),
    listen('job:changed', (job) => {
      if (job.draftId !== null && job.state === 'done') void refreshPackages(job.draftId);
      if (job.draftId === null && job.state !== 'running') void refreshHealth();
    }),
    listen('upload:changed', (upload) => {
      queryClient.setQueryData<Upload[]>(keys.uploads, (known) => withUpload(known ?? [], upload));
      if (upload.state === 'published') void refreshDrafts();
    }),
  ];
  window.addEventListener('online', wake);
  stops.push(() => window.removeEventListener('online', wake));
  return () => {
    for (const stop of stops) stop();
  };
}

/** The list with one upload replaced or put in front. What is older than what is known changes nothing. */
export function withUpload(known: readonly Upload[], upload: Upload): Upload[] {
  if (known.some((entry) => entry.id === upload.id && entry.updatedAt > upload.updatedAt)) return [...known];
  return known.some((entry) => entry.id === upload.id)
    ? known.map((entry) => (entry.id === upload.id ? upload : entry))
    : [upload, ...known];
}
