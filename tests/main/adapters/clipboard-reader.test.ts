import { clipboard, type ClipboardItem } from 'electron';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { clipboardReader } from '#main/adapters/clipboard-reader.ts';

const raw = (name: string) => `electron application/osclipboard;format="${name}"`;
const text = (bytes: Uint8Array | null | undefined) => bytes && new TextDecoder().decode(bytes);

/** An item as `clipboard.read()` of electron.d.ts answers it: payloads by type, in the order in which they lie there. */
function item(parts: Readonly<Record<string, string | Uint8Array<ArrayBuffer> | Error>>): ClipboardItem {
  const made = {
    types: Object.keys(parts),
    async getType(type: string) {
      const part = parts[type];
      if (part === undefined) throw new TypeError(`The type '${type}' was not found`);
      if (part instanceof Error) throw part;
      return new Blob([part]);
    },
  };
  // The class of Electron has two signatures of `getType`; ours answers what both say of a type that is no bookmark.
  return made as unknown as ClipboardItem;
}

function holding(...items: readonly ClipboardItem[]): void {
  vi.spyOn(clipboard, 'read').mockResolvedValue([...items]);
}

afterEach(() => void vi.restoreAllMocks());

describe('all parts of a clipboard at once', () => {
  test('Word on Windows: HTML, RTF and the picture of it, beside types that nobody asks for', async () => {
    holding(
      item({
        'text/plain': '一',
        'text/html': '<p>一</p>',
        'text/rtf': '{\\rtf1}',
        'image/png': new Uint8Array([0x89, 0x50]),
        [raw('FileNameW')]: 'C:\\a.docx',
        [raw('Object Descriptor')]: 'x',
      }),
    );
    const found = await clipboardReader.read();
    expect(found?.html).toBe('<p>一</p>');
    expect(text(found?.rtf)).toBe('{\\rtf1}');
    expect(found?.picture).toEqual(new Uint8Array([0x89, 0x50]));
  });

  test("the system's own names, where there are no others", async () => {
    const header = 'Version:1.0\r\nStartHTML:0000000105\r\n';
    holding(
      item({ [raw('HTML Format')]: `${header}<p>一</p>`, [raw('Rich Text Format')]: '{\\rtf1}', [raw('PNG')]: 'png' }),
    );
    const windows = await clipboardReader.read();
    expect(windows?.html).toBe(`${header}<p>一</p>`);
    expect([text(windows?.rtf), text(windows?.picture)]).toEqual(['{\\rtf1}', 'png']);
    holding(item({ [raw('public.html')]: '<p>一</p>', [raw('public.rtf')]: '{\\rtf1}' }));
    const mac = await clipboardReader.read();
    expect([mac?.html, text(mac?.rtf), mac?.picture]).toEqual(['<p>一</p>', '{\\rtf1}', null]);
  });

  test('WPS: no RTF at all; what is missing is null', async () => {
    holding(item({ 'text/plain': '一', 'text/html': '<p>一</p>' }));
    expect(await clipboardReader.read()).toEqual({ html: '<p>一</p>', rtf: null, picture: null });
  });

  test('an item without HTML is passed over; none with it is no clipboard for us', async () => {
    holding(item({ 'text/uri-list': 'file:///a.jpg' }), item({ 'text/html': '<p>一</p>' }));
    expect((await clipboardReader.read())?.html).toBe('<p>一</p>');
    holding(item({ 'image/png': 'x' }));
    expect(await clipboardReader.read()).toBeNull();
    holding();
    expect(await clipboardReader.read()).toBeNull();
  });

  test('a part that its program has let go of, and an empty one, are as if they were not there', async () => {
    holding(
      item({ 'text/html': '', [raw('HTML Format')]: '<p>一</p>', 'text/rtf': new Error('gone'), 'image/png': '' }),
    );
    expect(await clipboardReader.read()).toEqual({ html: '<p>一</p>', rtf: null, picture: null });
  });

  test('a clipboard that cannot be read holds nothing', async () => {
    vi.spyOn(clipboard, 'read').mockRejectedValue(new Error('locked by another program'));
    expect(await clipboardReader.read()).toBeNull();
  });
});

test('in the browser host the paste event brings everything', async () => {
  expect(await clipboardReader.read()).toBeNull();
});
