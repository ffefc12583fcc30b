/** Proven copies of the database beside it. */
export interface BackupStore {
  /** Writes a copy, proves it readable and gives it its name; old ones go by the rotation. Answers its moment. */
  backUp(args: { at: string }): Promise<{ readonly at: string }>;
  /** The newest copy that was proven when it was written; null when there is none. */
  newestBackup(args: Record<string, never>): Promise<{ readonly at: string } | null>;
}
