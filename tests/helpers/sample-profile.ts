import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bureauProfileSchema } from '#shared/model/bureau-profile.ts';

/** The sample bureau that is built in. */
export const sampleProfile = bureauProfileSchema.parse(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../resources/bureau-profiles/sample.json'), 'utf8')),
);
