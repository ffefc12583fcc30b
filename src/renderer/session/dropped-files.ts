/** More files than a person drops on purpose; a whole disk is not walked through. */
const mostFiles = 500;
const deepest = 3;

/** The files of a drop; those of a folder too. Has to be called while the event is being handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  const files: File[] = [];
  for (const entry of entries) await gather(entry, files, 0);
  return files;
}

async function gather(entry: FileSystemEntry, files: File[], depth: number): Promise<void> {
  if (files.length >= mostFiles) return;
  if (isFile(entry)) {
    files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  } else if (isFolder(entry) && depth < deepest) {
    const reader = entry.createReader();
    // A folder is read by the hundred until nothing more comes.
    for (let batch = await nextEntries(reader); batch.length > 0; batch = await nextEntries(reader)) {
      for (const inner of batch) await gather(inner, files, depth + 1);
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
