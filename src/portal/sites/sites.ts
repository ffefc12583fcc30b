import { AppError } from '#shared/errors.ts';
import { assertFound } from '../assert-found.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { KeptSite, Site, SiteStore } from '../ports/site-store.ts';

/** What may be changed of a site. */
const siteFields = ['siteName', 'bureauName', 'contacts', 'filings', 'linkAllowList', 'columns'] as const;

/** The sites that the portal serves. `by` is who did it, for the log. */
export class Sites {
  readonly #store: SiteStore;
  readonly #audit: AuditLog;

  constructor(store: SiteStore, audit: AuditLog) {
    this.#store = store;
    this.#audit = audit;
  }

  /** Makes sure that there is one to serve: the given one, when none is known yet. */
  async begin(site: Site): Promise<void> {
    if ((await this.#store.list()).length === 0)
      await this.#store.add(site, this.#audit.entry('portal', 'site.added', { domain: site.domain }));
  }

  /** For a portal whose one site is described elsewhere: takes over its names, and retires whatever was there before. */
  async follow(site: Site): Promise<void> {
    const sites = await this.#store.list();
    const known = sites.find(({ domain }) => domain === site.domain);
    if (known) await this.change({ ...known, siteName: site.siteName, bureauName: site.bureauName }, 'portal');
    else await this.add(site, 'portal');
    if (known && known.retiredAt !== null) await this.reinstate(known.domain, 'portal');
    const others = sites.filter(({ domain, retiredAt }) => domain !== site.domain && retiredAt === null);
    for (const { domain } of others) await this.retire(domain, 'portal');
  }

  /** Refuses `portal-conflict` when the domain is known. */
  async add(site: Site, by: string): Promise<void> {
    if (!(await this.#store.add(site, this.#audit.entry(by, 'site.added', { domain: site.domain })))) {
      throw new AppError('portal-conflict', { name: site.domain });
    }
  }

  /** Refuses `not-found`. The log names the fields that changed; what is the same leaves no line. */
  async change(site: Site, by: string): Promise<void> {
    const known = (await this.#store.list()).find(({ domain }) => domain === site.domain);
    const fields = siteFields.filter((field) => JSON.stringify(known?.[field]) !== JSON.stringify(site[field]));
    if (known && fields.length === 0) return;
    const facts = { domain: site.domain, fields: fields.join() };
    assertFound(await this.#store.change(site, this.#audit.entry(by, 'site.changed', facts)));
  }

  /** Refuses `not-found` for one that is not in service, and for the last one that is. */
  async retire(domain: string, by: string): Promise<void> {
    assertFound(await this.#store.retire(domain, this.#audit.entry(by, 'site.retired', { domain })));
  }

  async reinstate(domain: string, by: string): Promise<void> {
    assertFound(await this.#store.reinstate(domain, this.#audit.entry(by, 'site.reinstated', { domain })));
  }

  async list(): Promise<readonly KeptSite[]> {
    return this.#store.list();
  }

  /** The site that takes packages for a domain. */
  async receiving(domain: string): Promise<KeptSite | undefined> {
    return (await this.#store.list()).find((site) => site.domain === domain && site.retiredAt === null);
  }

  /** The site of a domain, be it retired; for any other name the first one in service. */
  async at(domain: string): Promise<KeptSite> {
    const sites = await this.#store.list();
    const site =
      sites.find((entry) => entry.domain === domain) ?? sites.find(({ retiredAt }) => retiredAt === null) ?? sites[0];
    if (!site) throw new Error('the portal has no site');
    return site;
  }
}
