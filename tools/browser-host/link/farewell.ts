/**
 * The last frames of a page that is being closed, as one body: the page's id (36 ASCII characters), then each frame behind
 * its length (32 bits, little-endian). A browser drops what a closing page hands to its socket; a beacon it delivers.
 */
export type Farewell = { page: string; frames: readonly Uint8Array[] };

const idBytes = 36;
const lengthBytes = 4;

/** What a browser takes for beacons of one page at a time; a longer farewell has the socket alone. */
export const maximumFarewellBytes = 64 * 1024;

export function encodeFarewell({ page, frames }: Farewell): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(frames.reduce((sum, frame) => sum + lengthBytes + frame.byteLength, idBytes));
  body.set(new TextEncoder().encode(page));
  let offset = idBytes;
  for (const frame of frames) {
    new DataView(body.buffer).setUint32(offset, frame.byteLength, true);
    body.set(frame, offset + lengthBytes);
    offset += lengthBytes + frame.byteLength;
  }
  return body;
}

/** Undefined for a body that is none. */
export function decodeFarewell(body: Uint8Array): Farewell | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const frames: Uint8Array[] = [];
  let offset = idBytes;
  while (offset + lengthBytes <= body.byteLength) {
    const end = offset + lengthBytes + view.getUint32(offset, true);
    frames.push(body.subarray(offset + lengthBytes, end));
    offset = end;
  }
  return offset === body.byteLength ? { page: new TextDecoder().decode(body.subarray(0, idBytes)), frames } : undefined;
}
