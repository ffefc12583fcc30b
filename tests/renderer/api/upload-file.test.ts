import { describe, expect, test } from 'vitest';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { inletChunkBytes } from '#shared/ipc/channels/inlet.ts';
import { FakeDesk, Refusal } from '#tests/helpers/fake-desk.ts';

const fileId = '01936f00-0000-7000-8000-000000000001';

function inlet(append: (offset: number) => void = () => undefined): FakeDesk {
  return new FakeDesk({
    'inlet:begin': () => ({ fileId }),
    'inlet:append': ({ offset, chunk }) => {
      append(offset);
      return { received: offset + chunk.byteLength };
    },
    'inlet:discard': () => ({}),
  });
}

describe('uploadFile', () => {
  test('sends a file in pieces of one megabyte and answers its id', async () => {
    const desk = inlet();
    const bytes = new Uint8Array(inletChunkBytes * 2 + 5).fill(7);
    const progress: number[] = [];
    const id = await uploadFile(new File([bytes], '照片.jpg'), { onProgress: (part) => progress.push(part) });
    expect(id).toBe(fileId);
    expect(desk.requests('inlet:begin')).toEqual([{ name: '照片.jpg', bytes: bytes.byteLength }]);
    expect(desk.requests('inlet:append').map(({ offset, chunk }) => [offset, chunk.byteLength])).toEqual([
      [0, inletChunkBytes],
      [inletChunkBytes, inletChunkBytes],
      [inletChunkBytes * 2, 5],
    ]);
    expect(progress.at(-1)).toBe(1);
  });

  test('sends an empty file too: the main process says what is wrong with it', async () => {
    const desk = inlet();
    await uploadFile(new File([], 'empty.jpg'));
    expect(desk.requests('inlet:begin')).toEqual([{ name: 'empty.jpg', bytes: 0 }]);
    expect(desk.requests('inlet:append')).toEqual([]);
  });

  test('keeps the ending of a name that is too long', async () => {
    const desk = inlet();
    await uploadFile(new File(['x'], `${'长'.repeat(300)}.jpg`));
    const name = desk.requests('inlet:begin')[0]?.name ?? '';
    expect(name).toHaveLength(255);
    expect(name.endsWith('.jpg')).toBe(true);
  });

  test('discards what was sent when a piece is refused, and throws the refusal', async () => {
    const desk = inlet(() => {
      throw new Refusal({ code: 'disk-full', params: {} });
    });
    await expect(uploadFile(new File(['x'], 'a.jpg'))).rejects.toMatchObject({ code: 'disk-full' });
    expect(desk.requests('inlet:discard')).toEqual([{ fileId }]);
  });

  test('stops when it is aborted', async () => {
    const abort = new AbortController();
    const desk = inlet(() => abort.abort());
    const file = new File([new Uint8Array(inletChunkBytes * 3)], 'a.jpg');
    await expect(uploadFile(file, { signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(desk.requests('inlet:append')).toHaveLength(1);
    expect(desk.requests('inlet:discard')).toHaveLength(1);
  });

  test('says that a file vanished when it cannot be read any more', async () => {
    inlet();
    const file = new File(['x'], 'gone.jpg');
    file.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    await expect(uploadFile(file)).rejects.toMatchObject({ code: 'file-vanished', params: { name: 'gone.jpg' } });
  });

  test('waits and goes on when the router asks for patience', async () => {
    let refusals = 2;
    const desk = inlet(() => {
      if (refusals > 0) {
        refusals -= 1;
        throw new Refusal({ code: 'too-many-calls', params: {} });
      }
    });
    await expect(uploadFile(new File(['x'], 'a.jpg'))).resolves.toBe(fileId);
    expect(desk.requests('inlet:append')).toHaveLength(3);
  });
});
