// oxlint-disable-next-line import/default -- the build makes this default export: the address of the built worker
import workerAddress from './compare-worker.ts?worker&url';
import { workerStarter } from '#renderer/session/trusted-worker.ts';

export const startWorker = workerStarter(workerAddress);
