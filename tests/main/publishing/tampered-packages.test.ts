import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checksum } from '#main/files/checksum.ts';
import { makeBag } from '#main/publishing/bag.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader, readPackage, readReviewFile, verifyPackage } from '#main/publishing/package-reader.ts';
import { packageWriter } from '#main/publishing/package-writer.ts';
import type { BagParts } from '#main/publishing/bag.ts';
import { packageContents } from '#main/publishing/package-contents.ts';
import { bagAttachmentFiles } from '#main/publishing/bag-attachments.ts';
import { bagPictureFiles, bagPictures } from '#main/publishing/bag-pictures.ts';
import { packageBench, packageKey, reviewKey, type PackageBench } from '#tests/builders/package-inputs.ts';
import { contentHashOf, signedOff } from '#tests/builders/review-record.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { rawZip } from '#tests/helpers/raw-zip.ts';
import { bagBytes, bytesOf } from '#tests/helpers/bag-bytes.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';

const keyRing = keyRingOf([packageKey.publicKey]);

async function refusalsOf(files: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  const path = join(await temporaryFolder(), 'in.zip');
  const entries = [...files].map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes), deflate: true }));
  await writeFile(path, rawZip({ entries }));
  const { refusals } = await verifyPackage(path, { keyRing });
  const thrown: unknown = await readPackage(path, { keyRing }).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code: refusals[0]?.code ?? 'accepted' });
  return refusals.map(({ code }) => code);
}

async function filesOf(bench: PackageBench): Promise<{ name: string; files: Map<string, Buffer> }> {
  const zip = await bench.write();
  return { name: zip.name, files: new Map(await readZipEntries(zip.path)) };
}

/** A package whose parts were changed before it was sealed and signed: only its own checks can find fault. */
async function resealed(bench: PackageBench, change: (parts: BagParts) => BagParts): Promise<readonly string[]> {
  const pictures = bagPictures(bench.inputs.content.document, bench.inputs.assets);
  const files = new Map([
    ...(await bagPictureFiles(pictures, bench.media, () => undefined)),
    ...(await bagAttachmentFiles(bench.inputs.content.metadata.attachments ?? [], bench.media)),
  ]);
  return refusalsOf(bagBytes(makeBag(change(packageContents(bench.inputs, pictures, files)))));
}

type Json = Record<string, unknown>;

/** The change of one metadata file. */
function change(path: string, edit: (json: Json) => void): (parts: BagParts) => BagParts {
  return (parts) => ({ ...parts, metadata: editJson(parts.metadata, path, edit) });
}

function withProfile(value: string): (parts: BagParts) => BagParts {
  return (parts) => ({
    ...parts,
    info: parts.info.map(([label, old]) => [label, label === 'BagIt-Profile-Identifier' ? value : old] as const),
  });
}

function editJson(files: ReadonlyMap<string, Uint8Array>, path: string, edit: (json: Record<string, unknown>) => void) {
  const json = JSON.parse(Buffer.from(files.get(path) ?? '').toString()) as Record<string, unknown>;
  edit(json);
  return new Map([...files, [path, Buffer.from(JSON.stringify(json))]]);
}

describe('one flipped byte', () => {
  test('in any file of the bag is found', async () => {
    const { name, files } = await filesOf(await packageBench(await temporaryFolder()));
    const path = join(await temporaryFolder(), 'flipped.zip');
    for (const [flippedPath, bytes] of files) {
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const entries = [...files].map(([entry, whole]) => ({
          name: entry,
          bytes: entry === flippedPath ? flip(whole, at) : whole,
        }));
        await writeFile(path, rawZip({ entries }));
        const { valid, refusals } = await verifyPackage(path, { keyRing });
        expect(valid, `${flippedPath} at ${at}`).toBe(false);
        if (flippedPath.startsWith(`${name}/data/`)) expect(refusals[0]?.code).toBe('bag-hash-mismatch');
      }
    }
  }, 60_000);

  test('anywhere in the zip is found, or changes nothing that is unpacked', async () => {
    const zip = await (await packageBench(await temporaryFolder())).write();
    const whole = await readFile(zip.path);
    const path = join(await temporaryFolder(), 'flipped.zip');
    const { files } = await verifyPackage(zip.path, { keyRing });
    const directory = whole.readUInt32LE(whole.length - 6);
    // Spread over all entries, then each byte of the end record and of the directory's last entry.
    const places = new Set(Array.from({ length: 60 }, (_, index) => Math.floor((whole.length * index) / 60)));
    for (let at = whole.length - 130; at < whole.length; at += 1) places.add(at);
    let harmless = 0;
    for (const at of places) {
      await writeFile(path, flip(whole, at));
      const report = await verifyPackage(path, { keyRing });
      if (!report.valid) continue;
      harmless += 1;
      // Permissions and "made by" of the directory bind nobody.
      expect(at).toBeGreaterThan(directory);
      expect(report.files).toEqual(files);
    }
    expect(harmless).toBeLessThan(12);
  }, 60_000);
});

function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8((flipped[at] ?? 0) ^ 0x11, at);
  return flipped;
}

describe('a bag', () => {
  test.each([
    ['bagit.txt', 'bag-incomplete'],
    ['bag-info.txt', 'bag-incomplete'],
    ['manifest-sha256.txt', 'bag-incomplete'],
    ['manifest-sha512.txt', 'bag-incomplete'],
    ['tagmanifest-sha256.txt', 'bag-incomplete'],
    ['tagmanifest-sha256.txt.minisig', 'signature-missing'],
    ['data/index.html', 'bag-incomplete'],
    ['data/images/01.jpg', 'bag-incomplete'],
    ['metadata/review.json', 'bag-incomplete'],
  ])('without %s', async (path, code) => {
    const { name, files } = await filesOf(await packageBench(await temporaryFolder()));
    files.delete(`${name}/${path}`);
    expect(await refusalsOf(files)).toContain(code);
  });

  test.each([
    ['data/extra.html', 'bag-foreign-file'],
    ['metadata/extra.json', 'bag-foreign-file'],
    ['manifest-md5.txt', 'bag-foreign-file'],
    ['fetch.txt', 'bag-fetch-refused'],
    ['data/inner/bagit.txt', 'archive-nested-bag'],
  ])('with %s beside what the manifests name', async (path, code) => {
    const { name, files } = await filesOf(await packageBench(await temporaryFolder()));
    files.set(`${name}/${path}`, Buffer.from('x'));
    expect((await refusalsOf(files))[0]).toBe(code);
  });

  test('under another name than its own', async () => {
    const { name, files } = await filesOf(await packageBench(await temporaryFolder()));
    const renamed = new Map([...files].map(([path, bytes]) => [path.replace(name, 'TSZJ-20261123-0007-r9'), bytes]));
    expect(await refusalsOf(renamed)).toContain('bag-malformed');
  });

  test('of another kind, or of a later format', async () => {
    const bench = await packageBench(await temporaryFolder());
    expect(await resealed(bench, withProfile('urn:gaoqian:other:1'))).toEqual(['package-wrong-kind']);
    expect(await resealed(bench, withProfile('urn:gaoqian:package:2'))).toEqual(['package-newer']);
  });
});

describe('a signature', () => {
  test('by a key that is not known', async () => {
    const bench = await packageBench(await temporaryFolder());
    const zip = await bench.write({ key: reviewKey });
    const fingerprint = reviewKey.fingerprint;
    await expect(readPackage(zip.path, { keyRing })).rejects.toMatchObject({
      code: 'signature-key-unknown',
      params: { fingerprint },
    });
  });

  test('by another key that claims a known key id', async () => {
    const bench = await packageBench(await temporaryFolder());
    const claimed = Buffer.from(reviewKey.publicKey, 'base64');
    Buffer.from(packageKey.publicKey, 'base64').copy(claimed, 2, 2, 10);
    const forger = { ...reviewKey, fingerprint: packageKey.fingerprint, publicKey: claimed.toString('base64') };
    const files = await bagPictureFiles([], bench.media, () => undefined);
    const pictures = bagPictures(bench.inputs.content.document, bench.inputs.assets);
    const bag = bagBytes(makeBag(packageContents({ ...bench.inputs, key: forger }, pictures, files)));
    expect(await refusalsOf(bag)).toEqual(expect.arrayContaining(['signature-invalid']));
  });

  test('of another package', async () => {
    const bench = await packageBench(await temporaryFolder());
    const { name, files } = await filesOf(bench);
    const other = await readZipEntries((await bench.write({ revision: 4 })).path);
    const signature = other.get(`${name.replace('-r3', '-r4')}/tagmanifest-sha256.txt.minisig`) ?? Buffer.alloc(0);
    files.set(`${name}/tagmanifest-sha256.txt.minisig`, signature);
    expect(await refusalsOf(files)).toEqual(['signature-invalid']);
  });
});

describe('metadata that a signer changed', () => {
  test('of a wrong shape, or of a later version', async () => {
    const bench = await packageBench(await temporaryFolder());
    const page = 'metadata/page-meta.json';
    expect(
      await resealed(
        bench,
        change(page, (json) => delete json['site']),
      ),
    ).toEqual(['metadata-invalid']);
    expect(
      await resealed(
        bench,
        change(page, (json) => Object.assign(json, { version: 2 })),
      ),
    ).toEqual(['package-newer']);
  });

  test('another headline, another order of pictures', async () => {
    const bench = await packageBench(await temporaryFolder());
    const retitled = await resealed(
      bench,
      change('metadata/page-meta.json', (json) => Object.assign(json['article'] ?? {}, { title: '别的' })),
    );
    expect(retitled).toEqual(['metadata-invalid']);
    const reversed = await resealed(
      bench,
      change('metadata/images.json', (json) => (json['images'] as unknown[]).reverse()),
    );
    expect(reversed).toEqual(['metadata-invalid']);
  });

  test('a chain that was shortened, a forged line, a review by the author', async () => {
    const bench = await packageBench(await temporaryFolder());
    const review = async (edit: (json: Json) => void): Promise<readonly string[]> =>
      resealed(bench, change('metadata/review.json', edit));
    expect(await review((json) => (json['records'] as unknown[]).pop())).toEqual(['not-signed-off']);
    const forged = await review((json) => Object.assign((json['records'] as object[])[1] ?? {}, { by: writer }));
    expect(forged).toEqual(['metadata-invalid']);
    expect(await review((json) => Object.assign(json, { authorId: firstReviewer.id }))).toEqual(['review-author']);
  });

  test('words that nobody signed off', async () => {
    const bench = await packageBench(await temporaryFolder());
    const rewritten = await resealed(bench, (parts) => {
      const text = Buffer.from(bytesOf(parts.payload.get('data/document.json')))
        .toString()
        .replace('排查', '抽查');
      return { ...parts, payload: new Map([...parts.payload, ['data/document.json', Buffer.from(text)]]) };
    });
    expect(rewritten).toEqual(['metadata-invalid']);
  });

  test('an attachment that nobody signed, another one in its place, and one that no page names', async () => {
    const bench = await packageBench(await temporaryFolder());
    const other = Buffer.from('%PDF-1.7 another');
    const put = (path: string) => (parts: BagParts) => ({
      ...parts,
      payload: new Map([...parts.payload, [path, other]]),
    });
    expect(await resealed(bench, put('data/attachments/01.pdf'))).toEqual(['bag-incomplete']);
    expect(await resealed(bench, put('data/attachments/03.pdf'))).toEqual(['bag-foreign-file']);
    const renamed = change('metadata/page-meta.json', (json) =>
      Object.assign((json['attachments'] as object[])[0] ?? {}, { name: '别的.pdf' }),
    );
    expect(await resealed(bench, renamed)).toEqual(['metadata-invalid']);
  });

  test('an attachment that is not what its ending says', async () => {
    const bench = await packageBench(await temporaryFolder());
    const sha256 = await bench.media.put(Buffer.from('<!doctype html><script>alert(1)</script>'));
    const attachments = [{ sha256, title: '须知', type: 'pdf' as const, bytes: 40 }];
    const content = { ...bench.inputs.content, metadata: { ...bench.inputs.content.metadata, attachments } };
    const records = signedOff(bench.inputs.draftId, content);
    await expect(bench.write({ content, records })).rejects.toMatchObject({ code: 'attachment-type-differs' });
  });

  test('a picture that is none', async () => {
    const bench = await packageBench(await temporaryFolder());
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const swap = (parts: BagParts): BagParts => ({
      ...parts,
      payload: new Map([...parts.payload, ['data/images/01.jpg', svg]]),
      metadata: editJson(parts.metadata, 'metadata/images.json', (json) => {
        const [first] = json['images'] as object[];
        Object.assign(first ?? {}, { sha256: checksum('sha256', svg), bytes: svg.length });
      }),
    });
    expect(await resealed(bench, swap)).toEqual(['picture-broken']);
  });
});

test('a review file is no package, and a package no review file', async () => {
  const folder = await temporaryFolder();
  const bench = await packageBench(folder);
  const { content, profile, assets, records, draftId } = bench.inputs;
  const head = { id: testId(9), contentHash: contentHashOf(content), link: '0'.repeat(64), kind: 'state' as const };
  const zip = await packageWriter(bench.media, packageReader).writeReviewFile(
    {
      number: 7,
      revision: 3,
      content,
      profile,
      reviewFile: {
        format: 'gaoqian-review-file',
        version: 1,
        draftId,
        author: writer,
        revisions: [{ ...head, by: writer, at: bench.inputs.at }],
        baseHash: null,
        records: [...records],
        comments: [],
        assets: [...assets],
      },
      signerName: writer.name,
      at: bench.inputs.at,
      agent: 'Gaoqian 0.1.0',
      key: reviewKey,
    },
    { folder },
  );
  await expect(readPackage(zip.path, { keyRing })).rejects.toMatchObject({ code: 'package-wrong-kind' });
  const built = await bench.write();
  await expect(readReviewFile(built.path, { keyRing })).rejects.toMatchObject({ code: 'package-wrong-kind' });
  const both = keyRingOf([reviewKey.publicKey, packageKey.publicKey]);
  expect(await verifyPackage(zip.path, { keyRing: both })).toMatchObject({
    valid: true,
    signedBy: reviewKey.fingerprint,
  });
});
