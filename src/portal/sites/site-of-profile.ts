import { portalSite } from '#main/publishing/page-template/portal-site.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { Site } from '../ports/site-store.ts';

/** The site of one bureau, as its profile describes it. */
export function siteOfProfile(profile: BureauProfile, filings?: readonly string[]): Site {
  const columns = profile.columns.map(({ name }) => name);
  return { ...portalSite(profile, filings), domain: profile.site.siteDomain, columns };
}
