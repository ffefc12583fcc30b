import { shell } from 'electron';

/** Shows a file in its folder, with the system's own program. */
export function showFileInFolder(path: string): void {
  shell.showItemInFolder(path);
}
