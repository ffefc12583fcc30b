import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { checklistSchema } from '../../model/checklist.ts';
import { findingSchema } from '../../model/finding.ts';
import { jobSchema } from '../../model/job.ts';
import { liveCheckSchema } from '../../model/live-check.ts';
import { listedPackageSchema, verifyReportSchema } from '../../model/package-record.ts';
import { proxyLoginSchema } from '../../model/proxy-login.ts';
import { uploadSchema } from '../../model/upload.ts';
import { waiverReasonSchema } from '../../model/waiver.ts';
import { channel } from '../channel.ts';

export const publishChannels = {
  /** All that stands between the newest words and a package, and how inspectors would count it. */
  'checklist:read': channel(z.strictObject({ draftId: idSchema }), checklistSchema),
  /** Lets warnings stand for a reason that is kept with the draft and in the package. */
  'checklist:waive': channel(
    z.strictObject({ draftId: idSchema, findingIds: z.array(z.string()).min(1).max(500), reason: waiverReasonSchema }),
    checklistSchema,
  ),
  'checklist:take-back': channel(z.strictObject({ draftId: idSchema, waiverId: idSchema }), checklistSchema),
  /** Builds the package in the background; `job:changed` events tell how it goes. Refuses what is not signed off. */
  'package:build': channel(z.strictObject({ draftId: idSchema }), jobSchema),
  'job:cancel': channel(z.strictObject({ jobId: idSchema }), jobSchema),
  'package:list': channel(z.strictObject({ draftId: idSchema }), z.array(listedPackageSchema)),
  /** What the reader says of an inlet file, or of a package that was built here, by its id. */
  'package:verify': channel(z.strictObject({ fileId: idSchema }), verifyReportSchema),
  /** Opens an inlet file, or a package that was built here, to be looked at: `/preview/<previewId>/` is its page. */
  'package:preview': channel(z.strictObject({ fileId: idSchema }), z.strictObject({ previewId: idSchema })),
  /** All findings of the newest content, as the package will be judged by. */
  'check:run': channel(z.strictObject({ draftId: idSchema }), z.array(findingSchema)),
  'upload:enqueue': channel(z.strictObject({ packageId: idSchema, targetId: z.string().max(60) }), uploadSchema),
  'upload:list': channel(z.strictObject({}), z.array(uploadSchema)),
  'upload:retry': channel(z.strictObject({ uploadId: idSchema }), uploadSchema),
  /** Keeps the name and password for the proxy on the way to an upload's portal, and tries again. */
  'upload:sign-in-to-proxy': channel(z.strictObject({ uploadId: idSchema, login: proxyLoginSchema }), uploadSchema),
  /** Holds an upload where it is; `upload:retry` goes on from there. */
  'upload:pause': channel(z.strictObject({ uploadId: idSchema }), uploadSchema),
  /** Fetches the published page of an upload and tells in what it differs from the package. */
  'upload:check-page': channel(z.strictObject({ uploadId: idSchema }), liveCheckSchema),
  /** The network is back: tries at once what waits for it. */
  'upload:wake': channel(z.strictObject({}), z.strictObject({})),
  'upload:cancel': channel(z.strictObject({ uploadId: idSchema }), uploadSchema),
} as const;
