import { clipboard, type ClipboardItem } from 'electron';
import type { ClipboardReader } from '#main/services/ports/clipboard-reader.ts';

/** Larger parts are left where they are: no document of an office has them. */
const partLimitBytes = 256 * 1024 * 1024;

/** The system's clipboard, as far as Electron reads it. In the browser host the paste event brings what there is. */
export const clipboardReader: ClipboardReader = {
  async read() {
    for (const item of await clipboard.read().catch(() => [])) {
      const html = await part(item, 'text/html');
      if (html === null) continue;
      const [rtf, picture] = await Promise.all([part(item, 'text/rtf'), part(item, 'image/png')]);
      return { html: new TextDecoder().decode(html), rtf, picture };
    }
    return null;
  },
};

async function part(item: ClipboardItem, type: string): Promise<Uint8Array | null> {
  if (!item.types.includes(type)) return null;
  const blob = await item.getType(type).catch(() => null);
  if (!(blob instanceof Blob) || blob.size > partLimitBytes) return null;
  return new Uint8Array(await blob.arrayBuffer());
}
