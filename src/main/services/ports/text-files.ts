/** Small files that the app writes for people to carry away. */
export interface TextFiles {
  /**
   * Writes a new file of UTF-8 text, or of the given bytes, into a folder, numbered where its name is taken. Refuses `disk-full`, `disk-error`.
   * @param name with its ending
   */
  writeInto(
    folder: string,
    name: string,
    contents: string | Uint8Array,
  ): Promise<{ readonly name: string; readonly path: string; readonly bytes: number }>;
}
