/**
 * How a picture stands that is being taken in. `there` is one whose real name the sheet is about to get. `asks` is for one that is cut off: it goes in only when a person says so.
 * `instead` is what the place showed before, and shows until the
 * new picture is there: null where it waited for one, undefined for a place that was made for this picture.
 */
export interface IncomingPicture {
  readonly kind: 'queued' | 'reading' | 'preparing' | 'asks' | 'failed' | 'there';
  /** Of the file; empty while the order of several is being found out. */
  readonly name: string;
  /** How much of the file has been read, from 0 to 1. */
  readonly fraction: number;
  /** Why it was refused, in words; empty unless `failed`. */
  readonly reason: string;
  /** Whether the same file may go in at a second try. */
  readonly mayRetry: boolean;
  readonly instead: string | null | undefined;
  /** Its SHA-256 once it is `there`. */
  readonly asset: string | null;
}

/**
 * Takes pictures in while their figures stand on the sheet already. A picture has a name of its own (`pending-asset.ts`)
 * until it is there; then `EditorHandle.renameAsset` gives it its real one.
 */
export interface PictureIntake {
  /**
   * Begins to take pictures in and answers their names in the order in which they will stand. `instead` is what the
   * place showed that the first of them goes into; left out where a place is made for it.
   */
  readonly begin: (files: readonly File[], instead?: string | null) => readonly string[];
  /** How a picture stands; undefined when it is not on its way. The same object as long as nothing changed. */
  readonly stateOf: (pending: string) => IncomingPicture | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** It stands on the sheet (again): reading goes on. */
  readonly resume: (pending: string) => void;
  /** It was taken off the sheet by an act of its own. Undo brings it back, and `resume` begins anew. */
  readonly stop: (pending: string) => void;
  readonly retry: (pending: string) => void;
  /** Takes a picture that is cut off, as far as it can be read. */
  readonly accept: (pending: string) => void;
}

/** For sheets that nobody writes on. */
export const noIntake: PictureIntake = {
  begin: () => [],
  stateOf: () => undefined,
  subscribe: () => () => undefined,
  resume: () => undefined,
  stop: () => undefined,
  retry: () => undefined,
  accept: () => undefined,
};
