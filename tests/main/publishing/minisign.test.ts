import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  hasOwnKeyId,
  makeSigningKey,
  parsePublicKey,
  parseSignature,
  publicKeyFile,
  signDetached,
  signingKeyOfSeed,
  verifyDetached,
} from '#main/publishing/minisign.ts';
import { hasTool, judge } from '#tests/helpers/outside-tool.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const message = Buffer.from('稿签\n');

function verifies(text: string, publicKey: string, bytes: Uint8Array = message): boolean {
  const signature = parseSignature(text);
  const key = parsePublicKey(publicKey);
  return signature !== undefined && key !== undefined && verifyDetached(bytes, signature, key);
}

describe('a minisign signature', () => {
  test('is the same each time, and verifies with its key alone', () => {
    const key = signingKeyOfSeed(Buffer.alloc(32, 7));
    const text = signDetached(message, key, 'timestamp:0');
    expect(text).toBe(signDetached(message, key, 'timestamp:0'));
    expect(verifies(text, key.publicKey)).toBe(true);
    expect(verifies(text, key.publicKey, Buffer.from('稿簽\n'))).toBe(false);
    expect(verifies(text, makeSigningKey().publicKey)).toBe(false);
  });

  test('covers its comment', () => {
    const key = makeSigningKey();
    const text = signDetached(message, key, 'bag:one');
    expect(verifies(text.replace('bag:one', 'bag:two'), key.publicKey)).toBe(false);
  });

  test('with one character changed anywhere in its last three lines is refused', () => {
    const key = makeSigningKey();
    const text = signDetached(message, key, 'bag:one');
    for (let at = text.indexOf('\n') + 1; at < text.length; at += 1) {
      const other = text[at] === 'A' ? 'B' : 'A';
      expect(verifies(text.slice(0, at) + other + text.slice(at + 1), key.publicKey), `at ${at}`).toBe(false);
    }
  });

  test.each(['', 'nonsense', `untrusted comment: x\nAAAA\ntrusted comment: y\nAAAA\n`])('is no %j', (text) => {
    expect(parseSignature(text)).toBeUndefined();
  });
});

test('a key id is that of its key; one that was put on by hand is told from it', () => {
  const key = makeSigningKey();
  const parsed = parsePublicKey(key.publicKey);
  expect(parsed && hasOwnKeyId(parsed)).toBe(true);
  const forged = Buffer.from(key.publicKey, 'base64');
  forged.fill(0, 2, 10);
  const other = parsePublicKey(forged.toString('base64'));
  expect(other && hasOwnKeyId(other)).toBe(false);
  expect(parsePublicKey('RWQ')).toBeUndefined();
});

test('minisign itself, where it is, prints the same key id', async () => {
  const folder = await temporaryFolder();
  const key = makeSigningKey();
  await writeFile(join(folder, 'other.pub'), publicKeyFile(makeSigningKey()));
  await writeFile(join(folder, 'text'), message);
  await writeFile(join(folder, 'text.minisig'), signDetached(message, key, 'x'));
  expect(key.fingerprint).toMatch(/^[0-9A-F]{16}$/);
  if (!(await hasTool('minisign', '-v'))) return;
  const wrongKey = judge('minisign', ['-V', '-p', join(folder, 'other.pub'), '-m', join(folder, 'text')]);
  // minisign prints the id as a number, without leading zeros.
  const printed = key.fingerprint.replace(/^0+/, '');
  await expect(wrongKey).rejects.toThrow(`Signature key id in ${join(folder, 'text.minisig')} is ${printed}`);
});
