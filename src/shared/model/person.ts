import { z } from 'zod';
import { idSchema, momentSchema } from '../ids.ts';

/** Someone who works with drafts. `role` is the id of a role of the bureau profile. */
export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(40),
  role: z.string().min(1),
  createdAt: momentSchema,
});
export type Person = z.infer<typeof personSchema>;

/** How a person is named inside a record that leaves the machine. */
export const signatorySchema = z.strictObject({ id: idSchema, name: z.string().min(1), role: z.string().min(1) });
export type Signatory = z.infer<typeof signatorySchema>;

export function signatoryOf(person: Person): Signatory {
  return { id: person.id, name: person.name, role: person.role };
}
