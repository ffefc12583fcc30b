import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/wasm-bundle.js';
import type { HeicAnswer, HeicQuestion } from './heic-decoder.ts';
import { displayP3ToSrgb } from './display-p3.ts';
import { readPictureFacts, readProfileName } from './picture-exif.ts';

/**
 * Decodes one HEIC file and ends. It runs in a thread of its own: the decoder is synchronous WebAssembly (half a second
 * for twelve megapixels), and what a broken file does to its memory dies with the thread.
 */
const { bytes, maxPixels } = workerData as HeicQuestion;

async function decode(): Promise<HeicAnswer> {
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((candidate) => candidate.is_primary()) ?? images[0];
  if (!image) return { kind: 'broken' };
  const width = image.get_width();
  const height = image.get_height();
  if (width < 1 || height < 1) return { kind: 'broken' };
  if (width * height > maxPixels) return { kind: 'too-large', width, height };
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
  const drawn = await new Promise<boolean>((resolve) => image.display(target, (result) => resolve(result !== null)));
  if (!drawn) return { kind: 'broken' };
  const rgba = new Uint8Array(target.data.buffer);
  if ((await readProfileName(bytes)) === 'Display P3') displayP3ToSrgb(rgba);
  return { kind: 'pixels', width, height, rgba, facts: await readPictureFacts(bytes) };
}

const answer = await decode().catch((): HeicAnswer => ({ kind: 'broken' }));
parentPort?.postMessage(answer, answer.kind === 'pixels' ? [answer.rgba.buffer as ArrayBuffer] : []);
