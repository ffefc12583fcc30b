import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { DiskKind } from '#main/services/ports/disk.ts';

const run = promisify(execFile);

/** `f_type` of statfs(2), as linux/magic.h names them. */
const linuxTypes: ReadonlyMap<number, DiskKind> = new Map([
  [0x6969, 'network'], // NFS
  [0x517b, 'network'], // SMB
  [0xff534d42, 'network'], // CIFS
  [0xfe534d42, 'network'], // SMB2
  [0x01021997, 'network'], // 9P
  [0x5346414f, 'network'], // AFS
  [0x00c36400, 'network'], // Ceph
  [0x4d44, 'removable'], // FAT: what sticks and cards are formatted with
  [0x2011bab0, 'removable'], // exFAT
]);

export function linuxDiskKind(type: number): DiskKind {
  // Some systems give the 32 bits with a sign.
  return linuxTypes.get(type >>> 0) ?? 'fixed';
}

/** What a path alone says on Windows: `null` for one that names a drive, whose kind must be asked for. */
export function windowsPathKind(path: string): 'network' | null {
  return /^\\\\(?![?.]\\(?!UNC\\))/i.test(path) ? 'network' : null;
}

/** DriveType of Win32_LogicalDisk: 2 removable, 3 local, 4 network. */
export function windowsDriveKind(driveType: string): DiskKind {
  const kinds: Readonly<Record<string, DiskKind>> = { '2': 'removable', '3': 'fixed', '4': 'network' };
  return kinds[driveType.trim()] ?? null;
}

export async function diskKind(folder: string): Promise<DiskKind> {
  const path = resolve(folder);
  try {
    if (process.platform === 'linux') return linuxDiskKind((await statfs(path)).type);
    if (process.platform !== 'win32') return null;
    return windowsPathKind(path) ?? (await askWindows(path.slice(0, 2)));
  } catch {
    return null;
  }
}

/** @param drive as `E:` */
async function askWindows(drive: string): Promise<DiskKind> {
  if (!/^[a-z]:$/i.test(drive)) return null;
  const question = `(Get-CimInstance Win32_LogicalDisk -Filter "DeviceID='${drive}'").DriveType`;
  const options = { timeout: 15_000, windowsHide: true };
  return windowsDriveKind((await run('powershell.exe', ['-NoProfile', '-Command', question], options)).stdout);
}
