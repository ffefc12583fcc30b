import { join } from 'node:path';

/**
 * Where everything of one workstation lies. The folder must be on a local fixed disk: exchange goes by packages. The
 * database worker keeps its files directly in `root` and holds the lock; each other part makes its own folder.
 */
export interface DataPlaces {
  readonly root: string;
  /** Pictures by SHA-256. */
  readonly media: string;
  /** Files that are coming in; emptied at each start. */
  readonly inlet: string;
  /** Archives are unpacked here to be read; emptied at each start. */
  readonly unpacked: string;
  /** Copies that a restore drill makes; emptied at each start. */
  readonly scratch: string;
  readonly backups: string;
  readonly packages: string;
  readonly reviewFiles: string;
  readonly exchangeFiles: string;
  /** Word documents. */
  readonly documents: string;
  readonly keys: string;
  readonly secrets: string;
  readonly windowPlace: string;
  readonly log: string;
  /** The demonstration portal's own data. */
  readonly demoPortal: string;
}

export function dataPlaces(root: string): DataPlaces {
  return {
    root,
    media: join(root, 'media'),
    inlet: join(root, 'inlet'),
    unpacked: join(root, 'unpacked'),
    scratch: join(root, 'scratch'),
    backups: join(root, 'backups'),
    packages: join(root, 'packages'),
    reviewFiles: join(root, 'review-files'),
    exchangeFiles: join(root, 'exchange-files'),
    documents: join(root, 'documents'),
    keys: join(root, 'keys'),
    secrets: join(root, 'keys', 'secrets.json'),
    windowPlace: join(root, 'window.json'),
    log: join(root, 'logs', 'gaoqian.log'),
    demoPortal: join(root, 'demo-portal'),
  };
}
