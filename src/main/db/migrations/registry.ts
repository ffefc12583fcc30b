import { migration0010 } from './0010-drafts.ts';
import { migration0020 } from './0020-reviews.ts';
import { migration0030 } from './0030-assets.ts';
import { migration0040 } from './0040-publishing.ts';
import { migration0050 } from './0050-people.ts';
import { migration0060 } from './0060-search.ts';
import { migration0070 } from './0070-picture-uses.ts';
import { migration0080 } from './0080-draft-histories.ts';
import { migration0090 } from './0090-search-fields.ts';
import { migration0100 } from './0100-revision-names.ts';
import { migration0110 } from './0110-revision-bases.ts';
import { migration0120 } from './0120-trash.ts';
import { migration0130 } from './0130-waivers.ts';
import { migration0140 } from './0140-event-prints.ts';
import { migration0150 } from './0150-upload-targets.ts';
import { migration0160 } from './0160-draft-heads.ts';
import { migration0170 } from './0170-unused-pictures.ts';
import { migration0180 } from './0180-attachments.ts';
import { migration0190 } from './0190-taken-back-waivers.ts';
import { migration0200 } from './0200-unused-files.ts';
import type { Migration } from './migration.ts';

/** Every step from an empty file to the present schema, in order. */
export const migrations: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0050,
  migration0060,
  migration0070,
  migration0080,
  migration0090,
  migration0100,
  migration0110,
  migration0120,
  migration0130,
  migration0140,
  migration0150,
  migration0160,
  migration0170,
  migration0180,
  migration0190,
  migration0200,
];
