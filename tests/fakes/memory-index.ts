import { auditStart, lineAfter } from '#portal/audit/audit-chain.ts';
import { shanghaiDate } from '#shared/shanghai-time.ts';
import type { Administrator } from '#portal/ports/administrator-store.ts';
import type { AuditEntry, AuditLine } from '#portal/ports/audit-store.ts';
import type { ExporterDetails } from '#portal/ports/exporter-store.ts';
import { packageStates } from '#portal/ports/overview-store.ts';
import type { PortalIndex } from '#portal/ports/portal-stores.ts';
import type { ArticleLine, Publication } from '#portal/ports/publication-store.ts';
import type { Claim, Reception } from '#portal/ports/reception-store.ts';
import type { KeptSite } from '#portal/ports/site-store.ts';

type KeptExporter = Omit<ExporterDetails, 'packages' | 'keys'> & { readonly tokenHash: string };
interface KeptKey {
  readonly exporterId: string;
  readonly publicKey: string;
  readonly addedAt: string;
  readonly revokedAt: string | null;
}
type KeptReception = Reception & { readonly receivedAt: string; readonly claim: Claim | null };

/** Changes the first one that is meant; false when there is none. */
function replace<Kept>(all: Kept[], isMeant: (one: Kept) => boolean, change: (one: Kept) => Kept): boolean {
  const at = all.findIndex(isMeant);
  const one = all[at];
  if (one === undefined) return false;
  all[at] = change(one);
  return true;
}

const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The index in memory: shows that the contract of the ports says nothing of SQLite. */
export function memoryIndex(): PortalIndex {
  const exporters = new Map<string, KeptExporter>();
  const keys: KeptKey[] = [];
  const administrators = new Map<string, Administrator>();
  const receptions: KeptReception[] = [];
  const publications: Publication[] = [];
  const sites: KeptSite[] = [];
  const lines: AuditLine[] = [];

  const note = (entry: AuditEntry): void => void lines.push(lineAfter(lines.at(-1) ?? auditStart, entry));
  /** Both or neither, as nothing comes between two steps that do not wait. */
  const noted = (entry: AuditEntry, isDone: boolean): boolean => {
    if (isDone) note(entry);
    return isDone;
  };
  const inService = (id: string): KeptExporter | undefined => {
    const exporter = exporters.get(id);
    return exporter?.revokedAt === null ? exporter : undefined;
  };
  const changeExporter = (id: string, change: Partial<KeptExporter>, entry: AuditEntry): boolean => {
    const exporter = inService(id);
    if (exporter) exporters.set(id, { ...exporter, ...change });
    return noted(entry, exporter !== undefined);
  };
  const newest = (matches: (one: Publication) => boolean): Publication | undefined =>
    publications.filter(matches).toSorted((a, b) => b.revision - a.revision)[0];
  const current = (now: string): readonly Publication[] =>
    publications.filter(
      (one) =>
        one.action !== 'withdraw' && one === newest((other) => other.slug === one.slug && other.visibleFrom <= now),
    );
  const withoutClaim = ({ claim: _claim, receivedAt: _receivedAt, ...reception }: KeptReception): Reception =>
    reception;

  return {
    exporters: {
      async add({ id, name, tokenHash }, entry) {
        const isFree = ![...exporters.values()].some((other) => other.name === name && other.revokedAt === null);
        if (isFree) exporters.set(id, { id, name, tokenHash, createdAt: entry.at, revokedAt: null });
        return noted(entry, isFree);
      },
      setToken: async (id, tokenHash, entry) => changeExporter(id, { tokenHash }, entry),
      revoke: async (id, entry) => changeExporter(id, { revokedAt: entry.at }, entry),
      async addKey(exporterId, publicKey, entry) {
        if (!inService(exporterId)) return false;
        const isSame = (key: KeptKey): boolean => key.exporterId === exporterId && key.publicKey === publicKey;
        if (!replace(keys, isSame, (key) => ({ ...key, revokedAt: null }))) {
          keys.push({ exporterId, publicKey, addedAt: entry.at, revokedAt: null });
        }
        return noted(entry, true);
      },
      async revokeKey(id, publicKey, entry) {
        const isMeant = (key: KeptKey): boolean =>
          key.exporterId === id && key.publicKey === publicKey && key.revokedAt === null;
        const isDone =
          inService(id) !== undefined && replace(keys, isMeant, (key) => ({ ...key, revokedAt: entry.at }));
        return noted(entry, isDone);
      },
      async findByToken(tokenHash) {
        const found = [...exporters.values()].find((one) => one.tokenHash === tokenHash && one.revokedAt === null);
        return found && { id: found.id, name: found.name };
      },
      list: async () =>
        [...exporters.values()].filter((one) => one.revokedAt === null).map(({ id, name }) => ({ id, name })),
      keysOf: async (id) =>
        keys.filter((key) => key.exporterId === id && key.revokedAt === null).map((key) => key.publicKey),
      details: async () =>
        [...exporters.values()]
          .toSorted((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null))
          .map(({ tokenHash: _hash, ...one }) => ({
            ...one,
            packages: publications.filter(({ exporterId }) => exporterId === one.id).length,
            keys: keys
              .filter(({ exporterId }) => exporterId === one.id)
              .map(({ publicKey, addedAt, revokedAt }) => ({ publicKey, addedAt, revokedAt })),
          })),
    },
    administrators: {
      async put(administrator, entry) {
        administrators.set(administrator.name, administrator);
        note(entry);
      },
      find: async (name) => administrators.get(name),
      list: async () => [...administrators.keys()].toSorted(byName),
    },
    receptions: {
      async receive(arrival, receivedAt, claim) {
        const fresh: KeptReception = { ...arrival, state: 'received', error: null, receivedAt, claim };
        const isSame = (one: Reception): boolean =>
          one.zipSha256 === arrival.zipSha256 && one.exporterId === arrival.exporterId;
        if (!replace(receptions, isSame, () => fresh)) receptions.push(fresh);
      },
      async claimNext(claim, now) {
        const [next] = receptions
          .filter((one) => one.state === 'received' && (one.claim === null || one.claim.until <= now))
          .toSorted((a, b) => byName(a.receivedAt + a.zipSha256, b.receivedAt + b.zipSha256));
        if (!next) return undefined;
        replace(
          receptions,
          (one) => one === next,
          (one) => ({ ...one, claim }),
        );
        const { zipSha256, exporterId, tusId, packageName } = next;
        return { zipSha256, exporterId, tusId, packageName };
      },
      renew: async (claimId, until) =>
        replace(
          receptions,
          (one) => one.claim?.id === claimId,
          (one) => ({ ...one, claim: one.claim && { ...one.claim, until } }),
        ),
      async release(claimId) {
        replace(
          receptions,
          (one) => one.claim?.id === claimId,
          (one) => ({ ...one, claim: null }),
        );
      },
      async releaseAll(holder) {
        const isHeld = (one: KeptReception): boolean => one.claim?.holder === holder;
        while (replace(receptions, isHeld, (one) => ({ ...one, claim: null })));
      },
      settle: async (claimId, outcome, entry) =>
        noted(
          entry,
          replace(
            receptions,
            (one) => one.claim?.id === claimId,
            (one) => ({ ...one, ...outcome, claim: null }),
          ),
        ),
      async find(zipSha256, exporterId) {
        const found = receptions.find((one) => one.zipSha256 === zipSha256 && one.exporterId === exporterId);
        return found && withoutClaim(found);
      },
      async findByUpload(tusId) {
        const found = receptions.find((one) => one.tusId === tusId);
        return found && withoutClaim(found);
      },
    },
    publications: {
      async insert(publication) {
        const isTaken = publications.some(
          (other) =>
            other.packageName === publication.packageName ||
            other.zipSha256 === publication.zipSha256 ||
            (other.draftId === publication.draftId && other.revision === publication.revision) ||
            ((other.draftId === publication.draftId || other.slug === publication.slug) &&
              other.follows === publication.follows),
        );
        if (!isTaken) publications.push(publication);
        return !isTaken;
      },
      findByZip: async (zipSha256) => publications.find((one) => one.zipSha256 === zipSha256),
      findByName: async (packageName) => publications.find((one) => one.packageName === packageName),
      newestOfDraft: async (draftId) => newest((one) => one.draftId === draftId),
      newestAt: async (slug) => newest((one) => one.slug === slug),
      visibleAt: async (slug, now) => newest((one) => one.slug === slug && one.visibleFrom <= now),
      page: async ({ siteDomain, column }, offset, limit, now) =>
        current(now)
          .filter((one) => one.siteDomain === siteDomain && (column === null || one.columnName === column))
          .toSorted((a, b) => byName(b.pubDate + b.packageName, a.pubDate + a.packageName))
          .slice(offset, offset + limit)
          .map(lineOf),
      async columns(siteDomain, now) {
        const names = current(now)
          .filter((one) => one.siteDomain === siteDomain)
          .map(({ columnName }) => columnName);
        return [...new Set(names)].toSorted(byName);
      },
    },
    sites: {
      async add(site, entry) {
        if (sites.some(({ domain }) => domain === site.domain)) return false;
        sites.push({ ...site, retiredAt: null });
        return noted(entry, true);
      },
      change: async (site, entry) =>
        noted(
          entry,
          replace(
            sites,
            ({ domain }) => domain === site.domain,
            ({ retiredAt }) => ({ ...site, retiredAt }),
          ),
        ),
      async retire(domain, entry) {
        const isLast = !sites.some((site) => site.domain !== domain && site.retiredAt === null);
        const isMeant = (site: KeptSite): boolean => site.domain === domain && site.retiredAt === null;
        return noted(entry, !isLast && replace(sites, isMeant, (site) => ({ ...site, retiredAt: entry.at })));
      },
      async reinstate(domain, entry) {
        const isMeant = (site: KeptSite): boolean => site.domain === domain && site.retiredAt !== null;
        return noted(
          entry,
          replace(sites, isMeant, (site) => ({ ...site, retiredAt: null })),
        );
      },
      list: async () => [...sites],
    },
    overview: {
      async packages({ query, state }, offset, limit) {
        return receptions
          .map((reception) => {
            const { receivedAt, packageName, zipSha256, error } = reception;
            const exporterName = exporters.get(reception.exporterId)?.name ?? '';
            const known = publications.find((one) => one.zipSha256 === zipSha256);
            const { headline = null, slug = null, action = null } = known ?? {};
            return {
              packageName,
              zipSha256,
              exporterName,
              state: reception.state,
              error,
              receivedAt,
              headline,
              slug,
              action,
            };
          })
          .filter((line) => state === null || line.state === state)
          .filter((line) =>
            [line.packageName, line.headline ?? '', line.exporterName, line.zipSha256].some((words) =>
              words.toLowerCase().includes(query.toLowerCase()),
            ),
          )
          .toSorted((a, b) => byName(b.receivedAt, a.receivedAt) || byName(b.zipSha256, a.zipSha256))
          .slice(offset, offset + limit);
      },
      async statistics() {
        const [waiting, , refused] = packageStates.map(
          (state) => receptions.filter((one) => one.state === state).length,
        );
        const months = publications.map(({ publishedAt }) => shanghaiDate(publishedAt).slice(0, 7));
        return {
          published: publications.length,
          refused: refused ?? 0,
          waiting: waiting ?? 0,
          exporters: [...exporters.values()].filter((one) => one.revokedAt === null).length,
          months: [...new Set(months)]
            .toSorted((a, b) => byName(b, a))
            .slice(0, 12)
            .map((month) => ({ month, packages: months.filter((other) => other === month).length })),
        };
      },
    },
    audit: {
      append: async (entry) => note(entry),
      newest: async (offset, limit) => lines.toReversed().slice(offset, offset + limit),
      latest: async (event) => lines.findLast((line) => line.event === event),
      following: async (after, limit) => lines.slice(after, after + limit),
    },
    close: async () => undefined,
  };
}

function lineOf(publication: Publication): ArticleLine {
  const { slug, headline, abstract, columnName, pubDate, thumbnail, thumbnailAlt, publishedAt } = publication;
  return { slug, headline, abstract, columnName, pubDate, thumbnail, thumbnailAlt, publishedAt };
}
