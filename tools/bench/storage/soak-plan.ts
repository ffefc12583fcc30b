/** Eight hours: about one save a second, a version each minute, a backup after four hours. */
export const edits = 30_000;
export const editsOfAVersion = 60;
export const editsOfADraft = 1_500;
/** The program has opened everything that it ever opens. */
export const warmEdits = 3_000;
/** The memory is looked at each time. */
export const editsOfALook = 600;

/** What the process that soaks found. */
export interface Soaked {
  /** Bytes that it held at each look after it was warm. */
  readonly memory: readonly number[];
  /** The largest write-ahead log, in bytes. */
  readonly logBytes: number;
  /** Each draft was read back as it was written. */
  readonly isExact: boolean;
}
