import { create } from 'zustand';
import type { IncomingPicture } from '#renderer/editor/picture-intake.ts';
import { isPendingAsset, mapAssets } from '#shared/document/pending-asset.ts';
import type { BlockNode, Document } from '#shared/document/schema.ts';
import { assetsOf } from '#shared/document/walk.ts';

/** A picture that is being taken in, with what the window needs to go on with it. */
export interface Incoming extends IncomingPicture {
  /** Null until it is known which file of several stands in this place, and once the picture is there. */
  readonly file: File | null;
  /** The file in the main process's inlet, once it is there. */
  readonly fileId: string | null;
  readonly acceptTruncated: boolean;
  /** How many frames or pages its file holds, once it is there: the first was taken. */
  readonly frames: number;
}

interface IncomingPictures {
  /** By the names under which they stand on the sheet, in the order in which they came. */
  readonly pictures: ReadonlyMap<string, Incoming>;
}

/** The pictures of this window's life that came in or are on their way: undo may bring any of them back. */
export const useIncoming = create<IncomingPictures>(() => ({ pictures: new Map() }));

export function incomingPicture(pending: string): Incoming | undefined {
  return useIncoming.getState().pictures.get(pending);
}

export function addIncoming(added: ReadonlyMap<string, Incoming>): void {
  useIncoming.setState(({ pictures }) => ({ pictures: new Map([...pictures, ...added]) }));
}

/** What is left out stays. */
export function changeIncoming(pending: string, change: Partial<Incoming>): void {
  const now = incomingPicture(pending);
  if (now) addIncoming(new Map([[pending, { ...now, ...change }]]));
}

/** Whether it is going to be there by itself. */
export function isOnItsWay({ kind }: Incoming): boolean {
  return kind === 'queued' || kind === 'reading' || kind === 'preparing';
}

/** What is stored for the picture of a place: while one is on its way, what stood there before. */
export function storedAsset(asset: string | null): string | null {
  if (!isPendingAsset(asset)) return asset;
  const picture = incomingPicture(asset);
  return picture?.asset ?? picture?.instead ?? null;
}

/** Blocks of a sheet as they may be stored; the same object where nothing is on its way. */
export function storedBlocks(blocks: readonly BlockNode[]): readonly BlockNode[] {
  return mapAssets(blocks, storedAsset);
}

/** A document of a sheet as it may be stored, and as panels beside the sheet show it. */
export function storedDocument(document: Document): Document {
  return withBlocks(document, storedBlocks(document.children));
}

/** A document of a sheet in which pictures that are there by now have their real names. */
export function arrivedDocument(document: Document): Document {
  return withBlocks(
    document,
    mapAssets(document.children, (asset) => (isPendingAsset(asset) ? (incomingPicture(asset)?.asset ?? asset) : asset)),
  );
}

/** The pictures of a document that are still on their way, or were refused. */
export function pendingOf(document: Document): readonly string[] {
  return assetsOf(arrivedDocument(document)).filter(isPendingAsset);
}

function withBlocks(document: Document, children: readonly BlockNode[]): Document {
  return children === document.children ? document : { ...document, children: [...children] };
}
