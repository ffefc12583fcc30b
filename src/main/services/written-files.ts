import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import type { Ids } from './ports/ids.ts';
import type { PublishStore } from './ports/publish-store.ts';

/** Files that the app wrote for people to carry away: `/files/<fileId>` downloads one, `app:show-file` shows it. */
export interface WrittenFiles {
  /** Gives the file an id, which lives as long as the app runs. */
  register(file: Omit<WrittenFile, 'fileId'>): WrittenFile;
  /** A registered file, or the package with this id. Null when there is none. */
  find(fileId: string): Promise<WrittenFile | null>;
}

export function writtenFiles(ports: {
  readonly ids: Ids;
  readonly packages: Pick<PublishStore, 'readPackage'>;
}): WrittenFiles {
  const files = new Map<string, WrittenFile>();
  return {
    register(file) {
      const written = { ...file, fileId: ports.ids.next() };
      files.set(written.fileId, written);
      return written;
    },
    async find(fileId) {
      const file = files.get(fileId);
      if (file) return file;
      const built = await ports.packages.readPackage({ packageId: fileId });
      return built && { fileId, name: `${built.name}.zip`, path: built.path, bytes: built.bytes };
    },
  };
}
