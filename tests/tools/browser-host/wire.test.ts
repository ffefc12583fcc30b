import { anything as anyValue, assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '#tools/browser-host/link/wire.ts';

const there = (value: unknown): unknown => decode(encode(value));

describe('values cross as structuredClone would copy them', () => {
  it('for 3,000 random values of every kind that JSON and the structured clone know', () => {
    const anything = anyValue({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withUnicodeString: true,
      withSparseArray: false,
    });
    assert(
      property(anything, (value) => {
        expect(there(value)).toEqual(structuredClone(value));
      }),
      { numRuns: 3000, seed: 20261123 },
    );
  });

  it.each([
    ['undefined in an object', { a: undefined }],
    ['negative zero', -0],
    ['not a number', Number.NaN],
    ['a lone surrogate', '稿\ud800签'],
    ['an own "$" key', { $: ['u'], other: { $: 1 } }],
    ['an own "__proto__" key', JSON.parse('{"__proto__":{"polluted":true},"a":1}')],
    ['a date that is none', new Date(Number.NaN)],
    ['a pattern', /稿签/giu],
    ['an empty buffer', new Uint8Array()],
  ])('%s', (_what, value: unknown) => {
    expect(there(value)).toStrictEqual(structuredClone(value));
  });

  it('keeps cycles and shared references', () => {
    const shared = { bytes: new Uint8Array([1, 2, 3]) };
    const value: Record<string, unknown> = { a: shared, b: [shared] };
    value['self'] = value;
    const copy = there(value) as { a: object; b: object[]; self: unknown };
    expect(copy.self).toBe(copy);
    expect(copy.b[0]).toBe(copy.a);
    expect(copy.a).toEqual(shared);
  });

  it('pollutes no prototype', () => {
    there(JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("turns Node's Buffer into the Uint8Array that it is, without its pool", () => {
    const copy = there(Buffer.from('文字')) as Uint8Array;
    expect(Object.getPrototypeOf(copy)).toBe(Uint8Array.prototype);
    expect(copy.buffer.byteLength).toBe(6);
  });

  it('carries an error with name and message', () => {
    const copy = there(new TypeError('on purpose')) as Error;
    expect(copy).toBeInstanceOf(Error);
    expect([copy.name, copy.message]).toEqual(['TypeError', 'on purpose']);
  });
});

it.each([
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve()],
])('refuses %s as Electron does', (_what, value: unknown) => {
  expect(() => encode({ deep: [value] })).toThrow('An object could not be cloned.');
});

it('refuses a damaged message', () => {
  const bytes = encode({ a: new Uint8Array(10) });
  expect(() => decode(bytes.subarray(0, 12))).toThrow(/JSON|damaged/);
});
