import { call, codedErrorOf } from '#renderer/api/desk-api.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import type { PictureIntake } from '#renderer/editor/picture-intake.ts';
import { errorText, translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { addAssets, draftSession } from '#renderer/session/draft-session.ts';
import {
  addIncoming,
  changeIncoming,
  incomingPicture,
  useIncoming,
  type Incoming,
} from '#renderer/session/incoming-pictures.ts';
import { pendingAsset } from '#shared/document/pending-asset.ts';
import { inOrderTaken } from './picture-order.ts';
import { tellProgress } from './tell-intake.ts';

/**
 * Takes pictures in, one after the other, while their figures stand on the sheet. The sheet leads: only what stands on
 * it, or on one that was left, is read. What undo takes away waits and goes on when redo brings it back.
 */
export const pictureIntake: PictureIntake = {
  begin(files, instead) {
    const [only] = files.length === 1 ? files : [];
    const names = files.map(() => pendingAsset(crypto.getRandomValues(new Uint8Array(12))));
    addIncoming(
      new Map(
        names.map((name, index) => [name, { ...queued(only ?? null), instead: index === 0 ? instead : undefined }]),
      ),
    );
    if (only) wake();
    else void giveFiles(names, files);
    return names;
  },
  stateOf: incomingPicture,
  subscribe: (listener) => useIncoming.subscribe(listener),
  resume: wake,
  stop(pending) {
    reading.get(pending)?.abort();
    wake();
  },
  retry(pending) {
    changeIncoming(pending, { kind: 'queued', fraction: 0, reason: '' });
    wake();
  },
  accept(pending) {
    changeIncoming(pending, { kind: 'queued', acceptTruncated: true });
    wake();
  },
};

function queued(file: File | null): Incoming {
  return {
    kind: 'queued',
    name: file?.name ?? '',
    fraction: 0,
    reason: '',
    mayRetry: false,
    instead: undefined,
    asset: null,
    file,
    fileId: null,
    acceptTruncated: false,
    frames: 1,
  };
}

/** The places stand at once; which file goes into which is known when the cameras' clocks have been read. */
async function giveFiles(names: readonly string[], files: readonly File[]): Promise<void> {
  const ordered = await inOrderTaken(files);
  names.forEach((pending, index) => {
    const file = ordered[index];
    if (file) changeIncoming(pending, { file, name: file.name });
  });
  wake();
}

/** What is being read now, with the way to end it. */
const reading = new Map<string, AbortController>();
let running: Promise<void> | null = null;
let isAsked = false;

/** Goes on with what waits; cheap when nothing does. */
function wake(): void {
  isAsked = true;
  running ??= run().finally(() => {
    running = null;
  });
}

async function run(): Promise<void> {
  while (isAsked) {
    isAsked = false;
    // The update that brings the figures to the sheet may still be going on.
    await Promise.resolve();
    for (let next = nextUp(); next !== undefined; next = nextUp()) {
      tellProgress(dropWhere);
      await take(next);
    }
    tellProgress(dropWhere);
  }
}

function nextUp(): string | undefined {
  const waiting = [...useIncoming.getState().pictures].filter(
    ([, { kind, file }]) => kind === 'queued' && file !== null,
  );
  if (waiting.length === 0) return undefined;
  const held = draftActs().heldPictures();
  return waiting.find(([pending]) => held.has(pending))?.[0];
}

async function take(pending: string): Promise<void> {
  const picture = incomingPicture(pending);
  if (!picture?.file) return;
  const controller = new AbortController();
  reading.set(pending, controller);
  try {
    changeIncoming(pending, { kind: 'reading' });
    const onProgress = (fraction: number): void => changeIncoming(pending, { fraction });
    const { signal } = controller;
    const fileId = picture.fileId ?? (await uploadFile(picture.file, { onProgress, signal }));
    changeIncoming(pending, { kind: 'preparing', fileId });
    const { asset, frames } = await call('media:import', { fileId, acceptTruncated: picture.acceptTruncated });
    addAssets([asset]);
    changeIncoming(pending, { kind: 'there', asset: asset.sha256, frames, file: null, fileId: null });
    draftActs().pictureArrived(pending, asset.sha256);
  } catch (thrown) {
    changeIncoming(
      pending,
      controller.signal.aborted ? { kind: 'queued', fraction: 0, fileId: null } : refusal(thrown),
    );
  } finally {
    reading.delete(pending);
  }
}

function refusal(thrown: unknown): Partial<Incoming> {
  const { code, params } = codedErrorOf(thrown);
  if (code === 'picture-truncated') return { kind: 'asks' };
  // The name stands before the reason already. A file that is no good picture will be none the next time.
  const { name: _name, path: _path, entry: _entry, ...rest } = params;
  const reason = errorText(translate, { code, params: rest });
  return { kind: 'failed', reason, mayRetry: !code.startsWith('picture-') && code !== 'file-empty', fraction: 0 };
}

/** Takes pictures off the sheet that are on their way or were refused, as one step. */
function dropWhere(isMeant: (picture: Incoming) => boolean): void {
  const meant = [...useIncoming.getState().pictures].filter(([, picture]) => isMeant(picture));
  draftSession().handle?.dropPending(new Map(meant.map(([pending, { instead }]) => [pending, instead])));
  for (const [pending] of meant) pictureIntake.stop(pending);
}
