import { z } from 'zod';
import { momentSchema } from '../ids.ts';
import { attachmentTypes } from './attachment.ts';

/** The part of IPTC ninjs 3.1 that packages use; narrower than the standard, so that every file we write passes both. */
const wordsSchema = z.strictObject({ role: z.string(), contentType: z.literal('text/plain'), value: z.string() });

const renditionSchema = z.strictObject({
  name: z.enum(['display', 'thumbnail']),
  href: z.string().regex(/^ni:\/\/\/sha-256;[A-Za-z0-9_-]{43}\?ct=image\/jpeg$/),
  contentType: z.literal('image/jpeg'),
  width: z.int().min(1),
  height: z.int().min(1),
  sizeInBytes: z.int().min(1),
});

const attachedFileSchema = z.strictObject({
  name: z.literal('file'),
  href: z.string().regex(/^ni:\/\/\/sha-256;[A-Za-z0-9_-]{43}\?ct=[a-z/.+-]+$/),
  contentType: z.enum(Object.values(attachmentTypes)),
  sizeInBytes: z.int().min(1),
});

export const ninjsSchema = z.strictObject({
  uri: z.string().startsWith('urn:uuid:'),
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.1'), schema: z.url() }),
  type: z.literal('text'),
  representationType: z.literal('full'),
  version: z.string().min(1),
  versionCreated: momentSchema,
  pubStatus: z.enum(['usable', 'canceled']),
  embargoedUntil: momentSchema.optional(),
  language: z.string().min(2),
  title: z.string().min(1),
  headlines: z.array(wordsSchema).min(1),
  descriptions: z.array(wordsSchema),
  bodies: z.array(
    z.strictObject({
      role: z.literal('main'),
      contentType: z.enum(['text/html', 'text/plain']),
      charCount: z.int().min(0),
      value: z.string(),
    }),
  ),
  by: z.string().optional(),
  infoSources: z.array(z.strictObject({ name: z.string().min(1), role: z.enum(['original', 'reprint']) })),
  subjects: z.array(z.strictObject({ name: z.string().min(1), rel: z.literal('keyword') })),
  copyrightHolder: z.string(),
  altIds: z.array(z.strictObject({ role: z.literal('package'), value: z.string() })),
  associations: z.array(
    z.discriminatedUnion('rel', [
      z.strictObject({
        name: z.string(),
        rel: z.literal('figure'),
        uri: z.string().startsWith('ni:///sha-256;'),
        type: z.literal('picture'),
        by: z.string().optional(),
        descriptions: z.array(wordsSchema),
        copyrightHolder: z.string(),
        renditions: z.array(renditionSchema).length(2),
      }),
      z.strictObject({
        name: z.string(),
        rel: z.literal('attachment'),
        uri: z.string().startsWith('ni:///sha-256;'),
        type: z.literal('component'),
        title: z.string().min(1),
        renditions: z.array(attachedFileSchema).length(1),
      }),
    ]),
  ),
});
export type Ninjs = z.input<typeof ninjsSchema>;
