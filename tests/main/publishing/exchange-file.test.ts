import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeBag, type BagParts, type Files } from '#main/publishing/bag.ts';
import { exchangeFileContents } from '#main/publishing/exchange-file-contents.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { readExchangeFile, verifyPackage } from '#main/publishing/package-reader.ts';
import type { ExchangeFileInputs } from '#main/services/ports/package-writer.ts';
import type { ExchangedDraft } from '#shared/model/exchange-file.ts';
import { packRevisions } from '#shared/exchange/pack-revisions.ts';
import { contentOf } from '#tests/builders/content.ts';
import { insertDraft } from '#tests/builders/database-draft.ts';
import { reviewKey } from '#tests/builders/package-inputs.ts';
import { writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';
import { rawZip } from '#tests/helpers/raw-zip.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { bagBytes } from '#tests/helpers/bag-bytes.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

let inputs: ExchangeFileInputs;
const keyRing = keyRingOf([reviewKey.publicKey]);

beforeEach(async () => {
  const { summary, head, headContent } = insertDraft(await openTestDatabase(), {
    content: contentOf('通报', ['一段。']),
  });
  const draft: ExchangedDraft = {
    format: 'gaoqian-exchanged-draft',
    version: 1,
    draftId: summary.id,
    author: writer,
    headId: head.id,
    ...packRevisions([{ revision: head, content: headContent }]),
    names: [],
    records: [],
    comments: [],
    waivers: [],
  };
  const at = '2026-11-28T01:30:00.000Z';
  const by = { profile: sampleProfile, signerName: '市住建局 拟稿员甲', at, agent: 'Gaoqian 0.1.0', key: reviewKey };
  inputs = { drafts: [draft], assets: [], attachments: [], lacking: [], ...by };
});

async function written(files: Files): Promise<string> {
  const path = join(await temporaryFolder(), 'in.zip');
  const entries = [...bagBytes(files)].map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes), deflate: true }));
  await writeFile(path, rawZip({ entries }));
  return path;
}

async function refusal(files: Files): Promise<unknown> {
  const thrown: unknown = await readExchangeFile(await written(files), { keyRing }).catch((error: unknown) => error);
  return thrown instanceof Error && 'code' in thrown ? thrown.code : 'accepted';
}

const parts = (): BagParts => exchangeFileContents(inputs, new Map());

/** Sealed and signed after a change: only what the file says of itself can find fault. */
function resealed(edit: (json: Record<string, never> & { [key: string]: unknown }) => void): Promise<unknown> {
  const { payload, ...rest } = parts();
  const changed = new Map(
    [...bagBytes(payload)].map(([path, bytes]) => {
      const json = JSON.parse(Buffer.from(bytes).toString('utf8')) as Parameters<typeof edit>[0];
      edit(json);
      return [path, Buffer.from(JSON.stringify(json))] as const;
    }),
  );
  return refusal(makeBag({ ...rest, payload: changed }));
}

test('the same drafts, time and key give the same bytes, and read back', async () => {
  expect(makeBag(parts())).toEqual(makeBag(parts()));
  const read = await readExchangeFile(await written(makeBag(parts())), { keyRing });
  expect(read.name).toBe('TSZJ-20261128-exchange-093000');
  expect(read.exchange.draftIds).toEqual([inputs.drafts[0]?.draftId]);
  expect(await read.readDraft(read.exchange.draftIds[0] ?? '')).toEqual(inputs.drafts[0]);
  await read.dispose();
});

test('verifying tells that a whole one is whole', async () => {
  expect(await verifyPackage(await written(makeBag(parts())), { keyRing })).toMatchObject({
    valid: true,
    refusals: [],
  });
});

describe('is refused', () => {
  test('when a bit of any of its files is another, and touches nothing', async () => {
    const bag = bagBytes(makeBag(parts()));
    for (const path of bag.keys()) {
      const flipped = new Map(bag);
      const bytes = Buffer.from(flipped.get(path) ?? []);
      bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
      expect([path, await refusal(flipped.set(path, bytes))]).not.toContain('accepted');
    }
  });

  test.each([
    ['words that are not those of their hash', { blocks: [{ type: 'paragraph', children: [] }] }],
    ['a head that is not among the versions', { headId: '01980000-0000-7000-800f-000000000009' }],
    ['another draft under the name of this one', { draftId: '01980000-0000-7000-800f-000000000009' }],
    ['a field that nobody knows', { more: 1 }],
  ])('%s', async (_name, change) => {
    expect(await resealed((json) => Object.assign(json, change))).toBe('metadata-invalid');
  });

  test('a version that is bound to another parent', async () => {
    const code = await resealed((json) => {
      const [revision] = json['revisions'] as unknown as { link: string }[];
      if (revision) revision.link = 'f'.repeat(64);
    });
    expect(code).toBe('metadata-invalid');
  });

  test('a draft that the list does not name', async () => {
    const { payload, ...rest } = parts();
    const [bytes = new Uint8Array()] = payload.values();
    const more = new Map([...payload, ['data/drafts/01980000-0000-7000-800f-000000000009.json', bytes] as const]);
    expect(await refusal(makeBag({ ...rest, payload: more }))).toBe('bag-foreign-file');
  });
});
