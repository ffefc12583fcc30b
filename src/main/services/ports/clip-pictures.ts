/** Picture files that Word and WPS name in what they put on a clipboard. */
export interface ClipPictures {
  /**
   * The bytes of the picture at a `file:` address; null for everything but a real picture file in one of their folders
   * (`msohtmlclip*`, `ksohtml*`) below the system's temporary folder. No other file is ever opened, and no other machine asked.
   */
  read(address: string): Promise<Uint8Array | null>;
}
