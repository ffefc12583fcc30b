import { z } from 'zod';

/** What a proxy asks for by Basic authentication (RFC 7617): a name has no colon. */
export const proxyLoginSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^:]*$/),
  password: z.string().min(1).max(200),
});
export type ProxyLogin = z.infer<typeof proxyLoginSchema>;
