import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { findingSchema } from '../../model/finding.ts';
import { jobSchema } from '../../model/job.ts';
import { packageRecordSchema, verifyReportSchema } from '../../model/package-record.ts';
import { uploadSchema } from '../../model/upload.ts';
import { channel } from '../channel.ts';

export const publishChannels = {
  /** Builds the package in the background; `job:changed` events tell how it goes. Refuses what is not signed off. */
  'package:build': channel(z.strictObject({ draftId: idSchema }), jobSchema),
  'job:cancel': channel(z.strictObject({ jobId: idSchema }), jobSchema),
  'package:list': channel(z.strictObject({ draftId: idSchema }), z.array(packageRecordSchema)),
  /** What the reader says of an inlet file, or of a package that was built here, by its id. */
  'package:verify': channel(z.strictObject({ fileId: idSchema }), verifyReportSchema),
  /** All findings of the newest content, as the package will be judged by. */
  'check:run': channel(z.strictObject({ draftId: idSchema }), z.array(findingSchema)),
  'upload:enqueue': channel(z.strictObject({ packageId: idSchema }), uploadSchema),
  'upload:list': channel(z.strictObject({}), z.array(uploadSchema)),
  'upload:retry': channel(z.strictObject({ uploadId: idSchema }), uploadSchema),
  'upload:cancel': channel(z.strictObject({ uploadId: idSchema }), uploadSchema),
} as const;
