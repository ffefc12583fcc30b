/**
 * Whether the boxes of an ISO media file (ISO/IEC 14496-12, 4.2) end where the file ends. A HEIC that was cut short
 * still decodes, with grey where its tiles are missing; this is how the cut is seen.
 */
export function endsWithItsBoxes(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.byteLength) {
    const short = view.getUint32(at);
    // 0 says "to the end of the file", 1 that a 64-bit size follows the type.
    if (short === 0) return true;
    if (short === 1 && at + 16 > bytes.byteLength) return false;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < 8) return false;
    at += size;
  }
  return at === bytes.byteLength;
}
