import type { BureauProfile } from '#shared/model/bureau-profile.ts';

/** What the portal says of itself in its header, footer and prompts. Filing numbers belong here, never to an article. */
export interface PortalSite {
  /** As the leave-site prompt names it: 您访问的链接即将离开“<siteName>”门户网站. */
  readonly siteName: string;
  readonly bureauName: string;
  /** How to reach the bureau, each a line of the footer; empty where a site tells nothing. */
  readonly contacts: readonly string[];
  /** ICP and 公网安备 numbers, each shown in the footer; empty while there are none. */
  readonly filings: readonly string[];
  /** Hosts and `*.suffix` patterns that need no leave-site prompt. */
  readonly linkAllowList: readonly string[];
}

/** The portal of one bureau, as its profile describes it. The site's own host is no host outside. */
export function portalSite(profile: BureauProfile, filings: readonly string[] = profile.filings): PortalSite {
  return {
    siteName: profile.site.siteName,
    bureauName: profile.bureau.name,
    contacts: [],
    filings,
    linkAllowList: [profile.site.siteDomain, ...profile.linkAllowList],
  };
}
