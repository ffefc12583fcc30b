import { translate } from '#renderer/i18n/text.ts';
import { rememberPath } from './file-paths.ts';
import { notify } from './notices.ts';

/** More files than a person drops on purpose; a whole disk is not walked through. */
const mostFiles = 500;
const deepest = 3;

/**
 * The files of a drop; those of a folder too. Has to be called while the event is being handled. What could not be read,
 * and that there were more than are taken, is told.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  const found: Found = { files: [], unreadable: [], isCut: false };
  for (const entry of entries) await gather(entry, found, 0);
  const { files, unreadable, isCut } = found;
  const lines = [
    ...(unreadable.length > 0 ? [translate('shell.unreadableFiles', { names: unreadable.join('、') })] : []),
    ...(isCut ? [translate('shell.tooManyFiles', { most: mostFiles })] : []),
  ];
  if (lines.length > 0) notify({ intent: 'warning', title: translate('shell.folderCut'), lines, topic: 'folder' });
  return files;
}

interface Found {
  readonly files: File[];
  readonly unreadable: string[];
  isCut: boolean;
}

async function gather(entry: FileSystemEntry, found: Found, depth: number): Promise<void> {
  if (found.files.length >= mostFiles) {
    found.isCut = true;
    return;
  }
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    if (file) {
      rememberPath(file, entry.fullPath);
      found.files.push(file);
    } else found.unreadable.push(entry.name);
  } else if (isFolder(entry) && depth >= deepest) {
    found.unreadable.push(entry.name);
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // A folder is read by the hundred until nothing more comes.
    for (let batch = await nextEntries(reader); batch.length > 0; batch = await nextEntries(reader)) {
      for (const inner of batch) await gather(inner, found, depth + 1);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function nextEntries(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
