import { readFileSync } from 'node:fs';
import { bureauProfileSchema, type BureauProfile } from '#shared/model/bureau-profile.ts';

/** The built-in sample bureau. */
export const sampleProfile: BureauProfile = bureauProfileSchema.parse(
  JSON.parse(readFileSync(new URL('../../resources/bureau-profiles/sample.json', import.meta.url), 'utf8')),
);
