import { clipboard, type ClipboardItem } from 'electron';
import type { ClipboardReader } from '#main/services/ports/clipboard-reader.ts';

/** Larger parts are left where they are: no document of an office has them. */
const partLimitBytes = 256 * 1024 * 1024;

/**
 * Under which names the parts may lie: the type of the web, then the system's own (Windows, macOS), which Electron passes on
 * under a type of its own where it has no other for it.
 */
const names = {
  html: ['text/html', raw('HTML Format'), raw('public.html')],
  rtf: ['text/rtf', 'application/rtf', raw('Rich Text Format'), raw('public.rtf')],
  picture: ['image/png', 'image/jpeg', raw('PNG')],
} as const;

function raw(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}

/** The system's clipboard, as far as Electron reads it. In the browser host the paste event brings what there is. */
export const clipboardReader: ClipboardReader = {
  async read() {
    for (const item of await clipboard.read().catch(() => [])) {
      const html = await firstOf(item, names.html);
      if (html === null) continue;
      const [rtf, picture] = await Promise.all([firstOf(item, names.rtf), firstOf(item, names.picture)]);
      return { html: new TextDecoder().decode(html), rtf, picture };
    }
    return null;
  },
};

/** The first of these parts that is there and holds something. */
async function firstOf(item: ClipboardItem, types: readonly string[]): Promise<Uint8Array | null> {
  for (const type of types) {
    const bytes = item.types.includes(type) ? await bytesOf(item, type) : null;
    if (bytes !== null && bytes.byteLength > 0) return bytes;
  }
  return null;
}

/** Electron 45 answers a Blob, later ones by their documentation a Buffer; another program may have let go of it since. */
async function bytesOf(item: ClipboardItem, type: string): Promise<Uint8Array | null> {
  const found: unknown = await item.getType(type).catch(() => null);
  if (found instanceof Uint8Array) return found.byteLength <= partLimitBytes ? found : null;
  if (!(found instanceof Blob) || found.size > partLimitBytes) return null;
  return new Uint8Array(await found.arrayBuffer());
}
