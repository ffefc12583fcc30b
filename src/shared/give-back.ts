/**
 * Gives the memory of bytes back at once that nobody needs any more: they are gone for whoever still holds them. The garbage
 * collector would do it too, but it sees small objects only, and lets the pixels of a dozen photos lie first.
 */
export function giveBack({ buffer, byteOffset, byteLength }: Uint8Array): void {
  // What is a part of a pool stays.
  const isWhole = byteOffset === 0 && byteLength === buffer.byteLength;
  if (isWhole && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
