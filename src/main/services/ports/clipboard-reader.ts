/** What lies on the system's clipboard beside what a paste brings with it. */
export interface ClipboardParts {
  readonly html: string;
  readonly rtf: Uint8Array | null;
  /** A bitmap, as the picture file that the system makes of it. */
  readonly picture: Uint8Array | null;
}

export interface ClipboardReader {
  /** All parts at once; null where the clipboard cannot be read or holds no HTML. */
  read(): Promise<ClipboardParts | null>;
}
