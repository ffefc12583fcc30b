import { open, type FileHandle } from 'node:fs/promises';
import { fromRandomAccessReaderPromise, type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import type { ArchiveLimits } from '#main/services/ports/package-reader.ts';
import { AppError } from '#shared/errors.ts';
import { readError } from './file-errors.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { AheadReader } from './zip-reading.ts';
import { printable, refuseDuplicates, safeZipPath } from './zip-names.ts';

/** The numbers of the package format. */
export const defaultArchiveLimits: ArchiveLimits = {
  entries: 2000,
  archiveBytes: 512 * 1024 * 1024,
  entryBytes: 100 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
  ratio: 100,
  ratioFromBytes: 1024 * 1024,
};

export interface CheckedEntry {
  readonly path: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  readonly deflated: boolean;
  /** Where its packed bytes begin. */
  readonly offset: number;
}

export interface CheckedZip {
  readonly file: FileHandle;
  readonly bytes: number;
  /** Files alone, in the order of the directory. */
  readonly entries: readonly CheckedEntry[];
  close(): Promise<void>;
}

/** So many local headers are read at once: each is a small read of its own. */
const headersAtOnce = 16;

const endRecordBytes = 22;
const centralHeaderBytes = 46;
const endSignature = 0x06054b50;
const zip64LocatorSignature = 0x07064b50;
/** Extra fields that give an entry another size or another name, or tell of encryption. */
const refusedExtraFields: ReadonlySet<number> = new Set([0x0001, 0x7075, 0x0017, 0x9901]);

/**
 * Opens a zip and refuses, before a byte is unpacked, whatever two programs could read differently: the entries must
 * fill the file without a gap or overlap from its first byte to the directory, and the directory from there to its end
 * record, which ends the file. Central and local headers must agree. yauzl reads the directory, we judge it.
 */
export async function openCheckedZip(path: string, limits: ArchiveLimits): Promise<CheckedZip> {
  const file = await open(path, 'r').catch((thrown: unknown) => {
    throw readError(thrown);
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new AppError('file-unreadable');
    if (found.size === 0) throw new AppError('file-empty');
    if (found.size > limits.archiveBytes) throw new AppError('archive-too-large', { limit: limits.archiveBytes });
    const directory = await readEndRecord(file, found.size);
    if (directory.entries > limits.entries) throw new AppError('archive-too-many-entries', { limit: limits.entries });
    const options = { autoClose: false, decodeStrings: false };
    const zip = await fromRandomAccessReaderPromise(new AheadReader(file), found.size, options).catch((cause) => {
      throw new AppError('archive-not-zip', {}, { cause });
    });
    const entries = await readDirectory(zip, directory);
    refuseDuplicates(entries.map((entry) => entry.fileNameRaw));
    for (const entry of entries) judgeEntry(entry, limits);
    const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (unpacked > limits.unpackedBytes) {
      throw new AppError('archive-unpacked-too-large', { limit: limits.unpackedBytes });
    }
    const checked = await compareLocalHeaders(zip, entries, directory.offset);
    return { file, bytes: found.size, entries: checked, close: async () => file.close() };
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}

interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
}

async function readEndRecord(file: FileHandle, size: number): Promise<Directory> {
  const tail = Buffer.alloc(Math.min(size, endRecordBytes + 0xffff));
  await file.read(tail, 0, tail.length, size - tail.length);
  const at = tail.length - endRecordBytes;
  if (at < 0) throw new AppError('archive-not-zip');
  if (tail.readUInt32LE(at) !== endSignature || tail.readUInt16LE(at + 20) !== 0) {
    const signature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
    throw new AppError(tail.includes(signature) ? 'archive-extra-bytes' : 'archive-not-zip');
  }
  if (at >= 20 && tail.readUInt32LE(at - 20) === zip64LocatorSignature) throw new AppError('archive-extra-bytes');
  const [disk, directoryDisk, entriesHere, entries] = [4, 6, 8, 10].map((field) => tail.readUInt16LE(at + field));
  const [bytes = 0, offset = 0] = [12, 16].map((field) => tail.readUInt32LE(at + field));
  if (disk !== 0 || directoryDisk !== 0 || entriesHere !== entries) throw new AppError('archive-header-mismatch');
  const expected = size - endRecordBytes;
  if (offset + bytes < expected) throw new AppError('archive-extra-bytes');
  if (offset + bytes > expected) throw new AppError('archive-header-mismatch');
  return { entries: entries ?? 0, offset, bytes };
}

async function readDirectory(zip: ZipFile, directory: Directory): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      bytes += centralHeaderBytes + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (message.includes('encryption')) throw new AppError('archive-encrypted', {}, { cause });
    if (message.includes('size mismatch')) throw new AppError('archive-size-mismatch', {}, { cause });
    throw new AppError('archive-header-mismatch', {}, { cause });
  }
  if (bytes !== directory.bytes) throw new AppError('archive-extra-bytes');
  return entries;
}

function judgeEntry(entry: Entry, limits: ArchiveLimits): void {
  const path = safeZipPath(entry.fileNameRaw);
  const isFolder = path.endsWith('/');
  if (entry.isEncrypted() || (entry.generalPurposeBitFlag & 0x2040) !== 0 || entry.compressionMethod === 99) {
    throw new AppError('archive-encrypted', { path });
  }
  // The upper half holds Unix mode bits, the lower DOS attributes; 0x400 marks a reparse point (a Windows link).
  const type = (entry.externalFileAttributes >>> 28) & 0xf;
  const plain = type === 0 || type === (isFolder ? 0x4 : 0x8);
  if (!plain || (entry.externalFileAttributes & 0x400) !== 0) throw new AppError('archive-link', { path });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new AppError('archive-not-zip', { path });
  if (entry.uncompressedSize > limits.entryBytes) {
    throw new AppError('archive-entry-too-large', { path, limit: limits.entryBytes });
  }
  const packed = Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize / packed > limits.ratio) {
    throw new AppError('archive-ratio', { path, limit: limits.ratio });
  }
  if (isFolder && entry.uncompressedSize + entry.compressedSize > 0)
    throw new AppError('archive-size-mismatch', { path });
  // Read-only, folder, archive: what honest writers set. Nor may a file arrive with set-user or sticky bits.
  const odd = (entry.externalFileAttributes & 0xffce) !== 0 || ((entry.externalFileAttributes >>> 16) & 0o7000) !== 0;
  if (odd || entry.internalFileAttributes > 1) throw new AppError('archive-header-mismatch', { path });
  if (entry.fileCommentLength > 0) throw new AppError('archive-extra-bytes', { path });
  if (entry.extraFields.some((field) => refusedExtraFields.has(field.id))) {
    throw new AppError('archive-header-mismatch', { path });
  }
}

async function compareLocalHeaders(
  zip: ZipFile,
  entries: readonly Entry[],
  directoryOffset: number,
): Promise<readonly CheckedEntry[]> {
  const byOffset = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const headers = await inParallel(byOffset, headersAtOnce, async (entry) => readLocalHeader(zip, entry));
  const checked = new Map<Entry, CheckedEntry>();
  let expected = 0;
  for (const [index, entry] of byOffset.entries()) {
    const path = printable(entry.fileNameRaw);
    if (entry.relativeOffsetOfLocalHeader > expected) throw new AppError('archive-extra-bytes', { path });
    if (entry.relativeOffsetOfLocalHeader < expected) throw new AppError('archive-overlap', { path });
    const local = headers[index];
    const same =
      local?.versionNeededToExtract === entry.versionNeededToExtract &&
      local.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
      // Bit 3 puts sizes behind the data, where the local header cannot be held against them.
      (entry.generalPurposeBitFlag & 0x8) === 0 &&
      local.compressionMethod === entry.compressionMethod &&
      local.lastModFileTime === entry.lastModFileTime &&
      local.lastModFileDate === entry.lastModFileDate &&
      local.crc32 === entry.crc32 &&
      local.compressedSize === entry.compressedSize &&
      local.uncompressedSize === entry.uncompressedSize &&
      local.fileName.equals(entry.fileNameRaw) &&
      hasOnlyHarmlessFields(local.extraField);
    if (!same) throw new AppError('archive-header-mismatch', { path });
    expected = local.fileDataStart + entry.compressedSize;
    checked.set(entry, {
      path: safeZipPath(entry.fileNameRaw),
      packedBytes: entry.compressedSize,
      bytes: entry.uncompressedSize,
      crc32: entry.crc32,
      deflated: entry.compressionMethod === 8,
      offset: local.fileDataStart,
    });
  }
  if (expected > directoryOffset) throw new AppError('archive-overlap');
  if (expected < directoryOffset) throw new AppError('archive-extra-bytes');
  return entries.flatMap((entry) => checked.get(entry) ?? []).filter((entry) => !entry.path.endsWith('/'));
}

/** Undefined for one that cannot be read. */
async function readLocalHeader(zip: ZipFile, entry: Entry): Promise<LocalFileHeader | undefined> {
  return zip.readLocalFileHeaderPromise(entry).catch(() => undefined);
}

function hasOnlyHarmlessFields(extra: Buffer): boolean {
  let at = 0;
  while (at + 4 <= extra.length) {
    if (refusedExtraFields.has(extra.readUInt16LE(at))) return false;
    at += 4 + extra.readUInt16LE(at + 2);
  }
  return at === extra.length;
}
