/** What is to be known of a folder that a person names. */
export type FolderState = 'ok' | 'missing' | 'unwritable';

/** Where a folder lies: a database is safe on a fixed disk of this machine alone. Null when the system does not say. */
export type DiskKind = 'fixed' | 'network' | 'removable' | null;

/** The disks of this machine. */
export interface Disk {
  /** Bytes that may still be written where `folder` lies; null when the system does not say. */
  freeBytes(folder: string): Promise<number | null>;
  kindOf(folder: string): Promise<DiskKind>;
  /** Whether files can be put there; makes nothing. */
  state(folder: string): Promise<FolderState>;
  /** Whether both lie on one disk. */
  sameDisk(one: string, other: string): Promise<boolean>;
  /** Whether the path names a place by itself, and which with `parts` below it. */
  isAbsolute(folder: string): boolean;
  join(folder: string, ...parts: readonly string[]): string;
  isInside(folder: string, other: string): boolean;
}
