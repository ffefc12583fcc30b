import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { blockSchema, type BlockNode } from '#shared/document/schema.ts';
import { contract } from '#shared/ipc/contract.ts';
import { assetOf, pasteReader } from '#tests/helpers/paste-reader.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function picture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();
}

function assetsIn(blocks: readonly BlockNode[]): readonly (string | null)[] {
  return blocks.flatMap((block) => (block.type === 'figure' ? [block.asset] : []));
}

function notesOf(read: {
  report: { notes: readonly { kind: string; count: number }[] };
}): Readonly<Record<string, number>> {
  return Object.fromEntries(read.report.notes.map(({ kind, count }) => [kind, count]));
}

test('each picture comes from where its bytes are, and becomes the figure at its place', async () => {
  const folder = await temporaryFolder();
  const temporary = await temporaryFolder();
  await mkdir(join(temporary, 'ksohtml1'));
  const [inFile, inRtf, inData] = await Promise.all(['#ff0000', '#00ff00', '#0000ff'].map(picture));
  await writeFile(join(temporary, 'ksohtml1/wps1.png'), inFile ?? '');
  const html = `<p>一</p><p><img src="${pathToFileURL(join(temporary, 'ksohtml1/wps1.png')).href}"></p><p>▲说明（摄影：李明）</p>
    <p><img src="file:///C:/gone/msohtmlclip1/clip_image002.png"></p><p>二</p>
    <p><img src="data:image/png;base64,${inData?.toString('base64') ?? ''}"></p><p><img src="https://example.com/x.png"></p>`;
  const hex = inRtf?.toString('hex') ?? '';
  const rtf = `{\\rtf1{\\pict\\emfblip 01}{\\pict\\pngblip ${hex}}{\\pict\\emfblip 01}{\\pict\\emfblip 01}}`;
  const { read } = pasteReader(folder, { temporary });
  const answer = await read(html, { rtf });
  contract['paste:read'].response.parse(answer);
  expect(answer.blocks.map(({ type }) => type).join(' ')).toBe('paragraph figure figure paragraph figure figure');
  expect(answer.blocks[1]).toMatchObject({ credit: '李明', children: [{ type: 'text', text: '说明' }] });
  expect(assetsIn(answer.blocks)).toEqual([
    ...[inFile, inRtf, inData].map((bytes) => assetOf(bytes ?? Buffer.alloc(0)).sha256),
    null,
  ]);
  expect(notesOf(answer)).toMatchObject({
    'picture-file': 1,
    'picture-rtf': 1,
    'picture-data': 1,
    'picture-metafile': 1,
  });
  expect(await readdir(join(folder, 'inlet')), 'nothing waits in the inlet').toEqual([]);
});

test('a picture out of the RTF that was cropped in Word comes whole, and that is told', async () => {
  const { read } = pasteReader(await temporaryFolder());
  const bytes = await picture('#123456');
  const rtf = `{\\rtf1{\\pict\\piccropl1200\\pngblip ${bytes.toString('hex')}}}`;
  const answer = await read('<p>字<img src="file:///C:/x/clip_image001.png"></p>', { rtf });
  expect(notesOf(answer)).toEqual({ 'picture-rtf': 1, 'picture-uncropped': 1 });
});

test('a bitmap is the picture of a paste that is one picture, and nothing beside words', async () => {
  const { read } = pasteReader(await temporaryFolder());
  const bytes = await picture('#123456');
  const alone = await read('<img src="https://example.com/x.png">', { pictures: [bytes] });
  expect(assetsIn(alone.blocks)).toEqual([assetOf(bytes).sha256]);
  const words = await read('<p>字</p><img src="https://example.com/x.png">', { pictures: [bytes] });
  expect(assetsIn(words.blocks)).toEqual([null]);
  expect(notesOf(words)).toEqual({ 'picture-remote': 1 });
});

test('the system clipboard helps only when it still holds what was pasted', async () => {
  const bytes = await picture('#654321');
  const html = '<p>字<img src="file:///C:/x/clip_image001.png"></p>';
  const rtf = Buffer.from(`{\\rtf1{\\pict\\pngblip ${bytes.toString('hex')}}}`);
  const held = (other: string) => ({ clipboard: { read: async () => ({ html: other, rtf, picture: null }) } });
  const same = await pasteReader(await temporaryFolder(), held(`<html><body>${html}</body></html>`)).read(html);
  expect(assetsIn(same.blocks)).toEqual([assetOf(bytes).sha256]);
  const other = await pasteReader(await temporaryFolder(), held('<p>别的</p>')).read(html);
  expect(assetsIn(other.blocks)).toEqual([null]);
});

test('bytes that are no picture are refused, told, and the rest goes on', async () => {
  const { read } = pasteReader(await temporaryFolder());
  const good = await picture('#00ffff');
  const html = `<img src="data:image/png;base64,${Buffer.from('MZ no picture').toString('base64')}"><img src="data:image/png;base64,${good.toString('base64')}">`;
  const answer = await read(html);
  expect(assetsIn(answer.blocks)).toEqual([null, assetOf(good).sha256]);
  expect(notesOf(answer)).toEqual({ 'picture-refused': 1, 'picture-data': 1 });
});

const spellings = (address: string): string =>
  `<p>字<img src="${address}"></p><img data-src="${address}"><v:imagedata src="${address}"></v:imagedata><p background="${address}" style="background:url('${address}')">${address}</p>`;

test('addresses of this machine and of private networks open no file and no connection', async () => {
  const folder = await temporaryFolder();
  const secret = join(folder, 'secret.png');
  await writeFile(secret, await picture('#ff00ff'));
  let connections = 0;
  const trap = createServer((_request, response) => response.end());
  trap.on('connection', () => (connections += 1));
  await new Promise<void>((done) => trap.listen(0, '127.0.0.1', done));
  onTestFinished(() => void trap.close());
  const port = String((trap.address() as AddressInfo).port);
  const hosts = [
    '127.0.0.1',
    'localhost',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '127.1',
  ];
  const addresses = [
    ...hosts.flatMap((host) =>
      ['http', 'https', 'ftp', 'ws', 'file'].map((scheme) => `${scheme}://${host}:${port}/a.png`),
    ),
    ...hosts.map((host) => `//${host}:${port}/a.png`),
    pathToFileURL(secret).href,
    secret,
    `file://${secret}`,
    `file:///proc/self/root${secret}`,
    'file:///etc/passwd',
    'file:///dev/zero',
    `blob:http://127.0.0.1:${port}/1`,
    `filesystem:http://127.0.0.1:${port}/a.png`,
    `view-source:http://127.0.0.1:${port}/`,
    `jar:http://127.0.0.1:${port}/a.jar!/b.png`,
    '\\\\127.0.0.1\\share\\a.png',
    'app://desk/media/0',
  ];
  expect(addresses.length).toBeGreaterThanOrEqual(60);
  const { read } = pasteReader(folder, { temporary: folder });
  const answer = await read(addresses.map(spellings).join(''));
  for (const block of answer.blocks) blockSchema.parse(block);
  expect(assetsIn(answer.blocks)).toHaveLength(addresses.length * 3);
  expect(assetsIn(answer.blocks).every((asset) => asset === null)).toBe(true);
  expect(answer.assets).toEqual([]);
  await new Promise((done) => setImmediate(done));
  expect(connections).toBe(0);
  // The trap is one: it hears a real call.
  await fetch(`http://127.0.0.1:${port}/`);
  expect(connections).toBe(1);
});
