import type { PackageToSend, SendOptions } from './portal-client.ts';

/**
 * Brings a package into a folder: temporary name, fsync, rename, then read back and hash. A package that lies there
 * already, byte for byte, is well. Refuses `folder-missing`, `folder-unwritable`, `folder-name-taken {file}` (other bytes
 * of the same name: nothing is overwritten), `folder-copy-differs {file}`, `disk-full`, `disk-error`, `cancelled`.
 */
export interface FolderDelivery {
  deliver(
    folder: string,
    pack: Pick<PackageToSend, 'path' | 'name' | 'zipSha256' | 'bytes'>,
    options: Pick<SendOptions, 'signal' | 'listener'>,
  ): Promise<void>;
}
