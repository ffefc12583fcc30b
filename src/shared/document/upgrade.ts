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
export function upgradeContent(
  stored: unknown,
  steps: Readonly<Record<number, DocumentUpgrade>> = upgrades,
  newest: number = documentVersion,
): UpgradedContent {
  const envelope = envelopeSchema.safeParse(stored);
  if (!envelope.success) return { ok: false, reason: 'invalid' };
  if (envelope.data.document.version > newest) return { ok: false, reason: 'newer' };
  let document: Record<string, unknown> = envelope.data.document;
  for (let version = envelope.data.document.version; version < newest; version += 1) {
    const step = steps[version];
    if (!step) return { ok: false, reason: 'invalid' };
    document = { ...step(document), version: version + 1 };
  }
  const content = draftContentSchema.safeParse({ ...envelope.data, document });
  return content.success ? { ok: true, content: content.data } : { ok: false, reason: 'invalid' };
}
