import { z } from 'zod';
import { draftContentSchema, type DraftContent } from '../model/draft.ts';
import { documentVersion } from './schema.ts';

/** Brings a stored document from one format version to the next. Input and output are plain JSON. */
export type DocumentUpgrade = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By the version they start from. A new format adds its step here; old steps are never edited. */
const upgrades: Readonly<Record<number, DocumentUpgrade>> = {};

export type UpgradedContent =
  | { readonly ok: true; readonly content: DraftContent }
  /** `newer`: written by a later app. `invalid`: not a content at all. */
  | { readonly ok: false; readonly reason: 'newer' | 'invalid' };

const envelopeSchema = z.looseObject({
  document: z.looseObject({ format: z.literal('gaoqian-document'), version: z.int().min(1) }),
});

/** Reads content of any version of the format that ever was, and answers it in the present one. */
export function upgradeContent(stored: unknown): UpgradedContent {
  const envelope = envelopeSchema.safeParse(stored);
  if (!envelope.success) return { ok: false, reason: 'invalid' };
  if (envelope.data.document.version > documentVersion) return { ok: false, reason: 'newer' };
  const document = upgradeDocument(envelope.data.document, upgrades, documentVersion);
  const content = draftContentSchema.safeParse({ ...envelope.data, document });
  return content.success ? { ok: true, content: content.data } : { ok: false, reason: 'invalid' };
}

/** Takes a document through every step from its own version to `newest`; undefined when one is missing. */
export function upgradeDocument(
  document: Readonly<Record<string, unknown>> & { readonly version: number },
  steps: Readonly<Record<number, DocumentUpgrade>>,
  newest: number,
): Readonly<Record<string, unknown>> | undefined {
  let upgraded: Readonly<Record<string, unknown>> = document;
  for (let { version } = document; version < newest; version += 1) {
    const step = steps[version];
    if (!step) return undefined;
    upgraded = { ...step(upgraded), version: version + 1 };
  }
  return upgraded;
}
