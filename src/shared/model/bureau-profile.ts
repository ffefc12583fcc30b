import { z } from 'zod';
import { attachmentLimitMegabytes, attachmentTypeNames, attachmentTypeSchema } from './attachment.ts';
import { boilerplateTemplateSchema } from './boilerplate.ts';

/** What a role may do. Review rights are named after the step (`reviewSteps`). */
export const permissions = ['write', 'review-first', 'review-second', 'review-final', 'export'] as const;
export type Permission = (typeof permissions)[number];

export const roleSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  may: z.array(z.enum(permissions)),
});

/** A column of the site, with what 《政府网站发展指引》 (国办发〔2017〕47号, annex) wants on each page of it. */
export const columnSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string().min(1),
  keywords: z.array(z.string().min(1)).min(1),
  type: z.string().min(1),
});
export type Column = z.infer<typeof columnSchema>;

const dateSchema = z.iso.date();

export const officeHolderSchema = z.strictObject({
  name: z.string().min(1),
  /** In the order in which they are named: 局党组书记、局长. */
  offices: z.array(z.string().min(1)).min(1),
  from: dateSchema,
  to: dateSchema.optional(),
});

/** Everything that differs from bureau to bureau, as one JSON file. */
export const bureauProfileSchema = z.strictObject({
  format: z.literal('gaoqian-bureau-profile'),
  version: z.literal(1),
  bureau: z.strictObject({
    name: z.string().min(1),
    shortName: z.string().min(1),
    /** Begins the code of each package: `TSZJ-20220316-0007-r3`. */
    code: z.string().regex(/^[A-Z]{2,8}$/),
    contactName: z.string().min(1),
    contactPhone: z.string().min(1),
    contactEmail: z.string().min(1),
  }),
  site: z.strictObject({
    /** SiteName, SiteDomain (a bare host) and SiteIDCode (ten digits) of the page tags. */
    siteName: z.string().min(1),
    siteDomain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    siteIdCode: z.string().regex(/^\d{10}$/),
  }),
  columns: z.array(columnSchema).min(1),
  contentSources: z.array(z.string().min(1)).min(1),
  boilerplates: z.array(boilerplateTemplateSchema),
  officeHolders: z.array(officeHolderSchema),
  /** Hosts and `*.suffix` patterns that need no leave-site prompt. */
  linkAllowList: z.array(z.string().min(1)),
  /** ICP备案号 and 公网安备号, as the portal's footer shows them; profiles from before they were known leave them out. */
  filings: z.array(z.string().min(1)).default([]),
  /** The portal that takes this bureau's packages, until a person sets another; each exporter has a token of their own. */
  portal: z.strictObject({ url: z.url({ protocol: /^https?$/ }) }).optional(),
  roles: z.array(roleSchema).min(1),
  limits: z.strictObject({
    headline: z.int().min(1),
    /** For lists of the portal; profiles from before it was known leave it out. */
    listTitle: z.int().min(1).default(20),
    abstract: z.int().min(1),
  }),
  /** Which files may go with a release, and how large each may be; profiles from before they were known leave it out. */
  attachments: z
    .strictObject({
      types: z.array(attachmentTypeSchema).min(1),
      megabytes: z.int().min(1).max(attachmentLimitMegabytes),
    })
    .default({ types: [...attachmentTypeNames], megabytes: 50 }),
  /** Set before each caption on the page, never stored with it. */
  captionMark: z.string(),
  /** Set before each photo credit: `摄影：`. */
  creditMark: z.string(),
});
export type BureauProfile = z.infer<typeof bureauProfileSchema>;

/** Whether a role of this profile has a permission; an unknown role has none. */
export function roleMay(profile: BureauProfile, role: string, permission: Permission): boolean {
  return profile.roles.find((entry) => entry.id === role)?.may.includes(permission) ?? false;
}
