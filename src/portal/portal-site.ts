import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { PortalSite } from './portal-options.ts';

/** The portal of one bureau, as its profile describes it. The site's own host is no host outside. */
export function portalSite(profile: BureauProfile, filings: readonly string[] = []): PortalSite {
  return {
    siteName: profile.site.siteName,
    bureauName: profile.bureau.name,
    filings,
    linkAllowList: [profile.site.siteDomain, ...profile.linkAllowList],
  };
}
