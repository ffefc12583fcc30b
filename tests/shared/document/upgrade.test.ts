import { describe, expect, test } from 'vitest';
import { upgradeContent, upgradeDocument } from '#shared/document/upgrade.ts';
import { contentOf } from '#tests/builders/content.ts';

const present = contentOf('题', ['第一段。']);

describe('stored content', () => {
  test('of the present format is read as it is', () => {
    expect(upgradeContent(JSON.parse(JSON.stringify(present)))).toEqual({ ok: true, content: present });
  });

  test('of an old format goes through every step in order', () => {
    const old = { format: 'gaoqian-document', version: 1, body: ['第一段。'] };
    const steps = {
      1: ({ format, body }: Readonly<Record<string, unknown>>) => ({ format, lines: body }),
      2: ({ format, lines }: Readonly<Record<string, unknown>>) => ({ format, blocks: lines }),
    };
    expect(upgradeDocument(old, steps, 3)).toEqual({ format: 'gaoqian-document', version: 3, blocks: ['第一段。'] });
    expect(upgradeDocument({ ...old, version: 3 }, steps, 3)).toEqual({ ...old, version: 3 });
    expect(upgradeDocument(old, steps, 4)).toBeUndefined();
  });

  test('of a later format is not touched', () => {
    const later = { ...present, document: { ...present.document, version: 2 } };
    expect(upgradeContent(later)).toEqual({ ok: false, reason: 'newer' });
  });

  test.each([
    null,
    'text',
    [],
    {},
    { metadata: {} },
    { ...present, extra: 1 },
    { ...present, document: { ...present.document, children: [{ type: 'script' }] } },
  ])('that is none is refused: %j', (stored) =>
    expect(upgradeContent(stored)).toEqual({ ok: false, reason: 'invalid' }),
  );
});
