import type { Desk } from './desk.ts';
import { ownKeyRing } from './own-key-ring.ts';
import type { Ids } from './ports/ids.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { KeyStore } from './ports/key-store.ts';
import type { PackageReader, ReadPackage } from './ports/package-reader.ts';
import type { PagePreviewer } from './ports/page-previewer.ts';
import type { Store } from './ports/store.ts';

/** A package looked at from its own bytes: no draft is needed, nothing is taken in. One is open at a time. */
export interface PackagePreviewService {
  /**
   * Opens a package that was built here, by its id, or one of the inlet, which is let go of. Answers the name under which its
   * page is asked for. Refuses what the reader refuses.
   */
  open(fileId: string): Promise<string>;
  /** Its page as the portal shows it; undefined when another one is open. */
  page(previewId: string, view: 'standard' | 'large'): Promise<string | undefined>;
  /** Where a picture of its page lies, by the address in the page (`images/01.jpg`). */
  picture(previewId: string, address: string): string | undefined;
  /** The same for one of its attachments (`attachments/01.pdf`), with the name that readers see. */
  attachment(previewId: string, address: string): { readonly path: string; readonly name: string } | undefined;
  close(): Promise<void>;
}

export function packagePreviewService(ports: {
  readonly store: Pick<Store, 'readPackage' | 'findTrustedKey'>;
  readonly ids: Ids;
  readonly desk: Desk;
  readonly keys: KeyStore;
  readonly inlet: InletFiles;
  readonly reader: PackageReader;
  readonly previewer: Pick<PagePreviewer, 'packedPage'>;
}): PackagePreviewService {
  const { store, ids, desk, keys, inlet, reader, previewer } = ports;
  let present: { readonly id: string; readonly read: ReadPackage } | undefined;

  async function show(path: string): Promise<string> {
    const read = await reader.readPackage(path, { keyRing: await ownKeyRing(keys, store) });
    const before = present;
    present = { id: ids.next(), read };
    await before?.read.dispose();
    return present.id;
  }

  return {
    async open(fileId) {
      const built = await store.readPackage({ packageId: fileId });
      if (built) return show(built.path);
      const file = await inlet.take(fileId);
      try {
        return await show(file.path);
      } finally {
        await inlet.discard(fileId);
      }
    },

    async page(previewId, view) {
      if (present?.id !== previewId) return undefined;
      return previewer.packedPage(present.read, await desk.profile(), view);
    },

    picture(previewId, address) {
      if (present?.id !== previewId) return undefined;
      const { images, folder } = present.read;
      const files = images.images.flatMap((image) => [image.file, image.thumbnail.file]);
      return files.includes(`data/${address}`) ? `${folder}/data/${address}` : undefined;
    },

    attachment(previewId, address) {
      if (present?.id !== previewId) return undefined;
      const { pageMeta, folder } = present.read;
      const found = pageMeta.attachments?.find(({ file }) => file === `data/${address}`);
      return found && { path: `${folder}/${found.file}`, name: found.name };
    },

    async close() {
      await present?.read.dispose();
      present = undefined;
    },
  };
}
