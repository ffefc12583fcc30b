import { z } from 'zod';
import { idSchema, momentSchema } from '../ids.ts';
import { signatorySchema } from './person.ts';

export const waiverReasonSchema = z.string().trim().min(2).max(200);

/**
 * Why a warning is let stand, and who says so. It binds to the rule and to the very words (`subject`) that it was given
 * for: change them, and the warning asks again.
 */
export const waiverSchema = z.strictObject({
  id: idSchema,
  draftId: idSchema,
  rule: z.string().min(1),
  subject: z.string(),
  reason: waiverReasonSchema,
  by: signatorySchema,
  at: momentSchema,
});
export type Waiver = z.infer<typeof waiverSchema>;
