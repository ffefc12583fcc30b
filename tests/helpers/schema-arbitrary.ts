import {
  anything,
  array,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  oneof,
  option,
  record,
  string,
  uint8Array,
  type Arbitrary,
} from 'fast-check';
import { z } from 'zod';

/** Strings that some schema takes: ids, hashes, moments, addresses, texts; and some that only look like it. */
export function likelyStrings(known: readonly string[]): Arbitrary<string> {
  return oneof(
    { weight: 3, arbitrary: constantFrom(...known) },
    constantFrom(
      '',
      ' ',
      '..',
      '../../etc/passwd',
      'C:\\con',
      '稿'.repeat(50),
      '\ud800',
      '\u0000',
      '__proto__',
      'constructor',
      'javascript:alert(1)',
      'https://www.gov.cn/',
    ),
    string({ maxLength: 30 }),
  );
}

export interface LikelyParts {
  readonly strings: Arbitrary<string>;
  /** Whole objects that exist, used where they fit: a document is never hit by chance. */
  readonly objects: readonly object[];
}

const anythingElse = anything({ withBigInt: true, withDate: true, withTypedArray: true });

/**
 * Values that a schema might take: mostly of the right shape, with each part now and then something else entirely.
 * What it does not know, and what lies deeper than `depth`, is anything at all.
 */
export function likely(schema: z.ZodType, parts: LikelyParts, depth = 6): Arbitrary<unknown> {
  if (depth === 0) return anythingElse;
  return oneof({ weight: 12, arbitrary: shaped(schema, parts, depth - 1) }, { weight: 1, arbitrary: anythingElse });
}

function shaped(schema: z.ZodType, parts: LikelyParts, depth: number): Arbitrary<unknown> {
  const inner = (part: unknown): Arbitrary<unknown> => likely(part as z.ZodType, parts, depth);
  if (schema instanceof z.ZodObject) {
    const random = record(mapValues(schema.shape as Record<string, z.ZodType>, inner));
    const fitting = parts.objects.filter((object) => schema.safeParse(object).success);
    return fitting.length === 0 ? random : oneof(constantFrom(...fitting), random);
  }
  if (schema instanceof z.ZodArray) return array(inner(schema.element), { maxLength: 4 });
  if (schema instanceof z.ZodNullable) return option(inner(schema.unwrap()));
  if (schema instanceof z.ZodOptional) return option(inner(schema.unwrap()), { nil: undefined });
  if (schema instanceof z.ZodExactOptional) return inner(schema.unwrap());
  if (schema instanceof z.ZodLazy) return inner(schema.unwrap());
  if (schema instanceof z.ZodPipe) return inner(schema.in);
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) {
    return oneof(...(schema.options as z.ZodType[]).map(inner));
  }
  return leaf(schema, parts.strings);
}

function leaf(schema: z.ZodType, strings: Arbitrary<string>): Arbitrary<unknown> {
  if (schema instanceof z.ZodEnum) return constantFrom(...(schema.options as string[]), 'no-such-option');
  if (schema instanceof z.ZodLiteral) return constantFrom(...(schema.values as Set<unknown>));
  if (schema instanceof z.ZodBoolean) return boolean();
  if (schema instanceof z.ZodNumber) return oneof(integer({ min: -2, max: 50 }), integer(), double());
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return strings;
  if (schema instanceof z.ZodCustom) return uint8Array({ maxLength: 64 });
  if (schema instanceof z.ZodNull) return constant(null);
  return anythingElse;
}

function mapValues<From, To>(from: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));
}
