import { z } from 'zod';

/** Longest CA file that is taken: some twenty certificates. */
export const mostCertificateCharacters = 100_000;

const common = {
  /** Kept for as long as the target is set; uploads name it. */
  id: z.string().min(1).max(60),
  /** What people call it. */
  name: z.string().trim().min(1).max(60),
};

const portalSchema = z.strictObject({
  ...common,
  kind: z.literal('portal'),
  /** `https://…`; the API lies under its root. */
  url: z.string().max(2048),
  /** PEM of the bureau's own certificate authority, believed beside the system's; empty for none. */
  certificate: z.string().max(mostCertificateCharacters),
});

const folderSchema = z.strictObject({
  ...common,
  kind: z.literal('folder'),
  /** A USB stick or a shared drive, as an absolute path. */
  path: z.string().min(1).max(1000),
});

/** Where packages are sent: a portal, or a folder that somebody carries on. A portal's token is a secret, kept apart. */
export const uploadTargetSchema = z.discriminatedUnion('kind', [portalSchema, folderSchema]);
export type UploadTarget = z.infer<typeof uploadTargetSchema>;

/** What the window knows of a target. */
export const targetViewSchema = z.discriminatedUnion('kind', [
  portalSchema.extend({ hasToken: z.boolean() }),
  folderSchema,
]);
export type TargetView = z.infer<typeof targetViewSchema>;

/**
 * A target as the settings send it. A null id makes a new one. A null token keeps the one that is there, as long as the
 * address stays on the same origin; a null certificate keeps the one that is there, an empty one takes it away.
 */
export const targetChangeSchema = z.discriminatedUnion('kind', [
  portalSchema.extend({
    id: common.id.nullable(),
    token: z.string().max(500).nullable(),
    certificate: portalSchema.shape.certificate.nullable(),
  }),
  folderSchema.extend({ id: common.id.nullable() }),
]);
export type TargetChange = z.infer<typeof targetChangeSchema>;

/** Whether packages can be sent there as it is. */
export function isReady(target: TargetView): boolean {
  return target.kind === 'folder' || target.hasToken;
}
