import { join } from 'node:path';
import { app } from 'electron';

export interface AppPaths {
  /** Everything of this person on this machine: database, media, secrets, logs. */
  readonly data: string;
  readonly logs: string;
  readonly temporary: string;
  /** Where the person keeps documents. */
  readonly documents: string;
  /** Built files of the app, beside each other in `out`. */
  readonly preload: string;
  readonly renderer: string;
}

/** Folders of the running app; `builtFolder` is the folder of the built main script. */
export function appPaths(builtFolder: string): AppPaths {
  return {
    data: app.getPath('userData'),
    logs: app.getPath('logs'),
    temporary: app.getPath('temp'),
    documents: app.getPath('documents'),
    preload: join(builtFolder, '../preload/index.cjs'),
    renderer: join(builtFolder, '../renderer'),
  };
}
