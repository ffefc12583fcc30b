import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letWarningsStand } from '#cli/commands/let-warnings-stand.ts';
import { openDesk } from '#cli/open-desk.ts';
import { storedAttachment } from '#tests/builders/attachments.ts';
import { releaseWith, storedPicture } from '#tests/builders/package-inputs.ts';
import { exporter, finalReviewer, firstReviewer, secondReviewer, writer } from '#tests/builders/signatory.ts';

let made: Promise<{ readonly folder: string; readonly draftId: string }> | undefined;

/** Copies a data folder with one signed release to `data`; it is made once in a process. Answers the draft. */
export async function laySignedDesk(data: string): Promise<string> {
  made ??= makeDesk();
  const { folder, draftId } = await made;
  await cp(folder, data, { recursive: true });
  return draftId;
}

/** Removes the one that was copied from. */
export async function clearSignedDesk(): Promise<void> {
  if (made) await rm((await made).folder, { recursive: true, force: true });
  made = undefined;
}

async function makeDesk(): Promise<{ readonly folder: string; readonly draftId: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-signed-'));
  const services = await openDesk(folder);
  const { app, store, mediaFiles, drafts, reviews } = services;
  for (const person of [exporter, finalReviewer, firstReviewer, secondReviewer, writer]) {
    await store.insertPerson({ person: { ...person, createdAt: '2026-11-23T01:00:00.000Z' } });
  }
  await app.switchPerson(writer.id);
  const assets = [await storedPicture(mediaFiles, '#803020'), await storedPicture(mediaFiles, '#205080')];
  for (const asset of assets) await store.saveAsset({ asset });
  const { metadata, document } = releaseWith(assets);
  const attachments = [await storedAttachment(mediaFiles, '房屋安全排查须知.pdf')];
  const draftId = (await drafts.createFrom({ metadata: { ...metadata, attachments }, document }, 'created')).summary.id;
  await letWarningsStand(services, draftId, '来稿如此');
  await reviews.submit(draftId, '');
  for (const [step, reviewer] of [
    ['first', firstReviewer],
    ['second', secondReviewer],
    ['final', finalReviewer],
  ] as const) {
    await app.switchPerson(reviewer.id);
    await reviews.decide(draftId, step, 'pass', '');
  }
  await services.close();
  return { folder, draftId };
}
