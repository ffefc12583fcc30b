import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AuditLog } from '#portal/audit/audit-log.ts';
import type { AuditEntry } from '#portal/ports/audit-store.ts';
import type { PortalIndex } from '#portal/ports/portal-stores.ts';
import type { Publication } from '#portal/ports/publication-store.ts';
import type { Claim } from '#portal/ports/reception-store.ts';
import type { Site } from '#portal/ports/site-store.ts';
import { openSqliteIndex } from '#portal/store/sqlite/open-sqlite-index.ts';
import { memoryIndex } from '#tests/fakes/memory-index.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** Opens a fresh index twice, as two processes would. */
type OpenTwice = () => Promise<readonly [PortalIndex, PortalIndex]>;

const adapters: readonly (readonly [name: string, open: OpenTwice])[] = [
  [
    'SQLite',
    async () => {
      const path = join(await temporaryFolder(), 'portal.db');
      const both = [openSqliteIndex(path), openSqliteIndex(path)] as const;
      onTestFinished(async () => void (await Promise.all(both.map(async (index) => index.close()))));
      return both;
    },
  ],
  [
    'memory',
    async () => {
      const index = memoryIndex();
      return [index, index];
    },
  ],
];

const at = '2026-11-28T06:00:00.000Z';
const later = '2026-11-28T06:01:00.000Z';
const muchLater = '2026-11-28T07:00:00.000Z';
const entry = (event = 'act', who = 'portal'): AuditEntry => ({ at, who, event, facts: {} });
const events = async (index: PortalIndex): Promise<readonly string[]> =>
  (await index.audit.newest(0, 100)).map((line) => line.event);

const hash = (number: number): string => number.toString(16).padStart(64, '0');
const arrival = (number: number) => ({
  zipSha256: hash(number),
  exporterId: 'one',
  tusId: `one_${number}`,
  packageName: `TSZJ-20261128-${number}-r1`,
});
const claim = (id: string, until = later, holder = 'here'): Claim => ({ id, holder, until });
const publication = (number: number, changes: Partial<Publication> = {}): Publication => ({
  packageName: `TSZJ-20261128-${number}-r1`,
  zipSha256: hash(number),
  exporterId: 'one',
  draftId: `draft-${number}`,
  siteDomain: 'zjj.example.gov.cn',
  revision: 1,
  follows: '',
  action: 'publish',
  slug: `TSZJ-20261128-${number}`,
  headline: `第${number}号稿件`,
  abstract: '摘要',
  columnName: '工作动态',
  pubDate: '2026-11-28 14:00',
  thumbnail: null,
  thumbnailAlt: '',
  receipt: {
    body: {
      format: 'gaoqian-receipt',
      version: 1,
      packageName: `TSZJ-20261128-${number}-r1`,
      draftId: `draft-${number}`,
      zipSha256: hash(number),
      files: [],
      pageUrl: 'https://zjj.example.gov.cn/',
      publishedAt: at,
      portal: '门户',
    },
    publicKey: '',
    signature: '',
  },
  publishedAt: at,
  visibleFrom: '',
  ...changes,
});

const site = (domain: string, siteName = '市住房和城乡建设局'): Site => ({
  domain,
  siteName,
  bureauName: '某市住房和城乡建设局',
  contacts: ['联系电话：0750-5524538'],
  filings: ['粤ICP备00000000号'],
  linkAllowList: [domain, '*.gov.cn'],
  columns: ['工作动态', '政策解读'],
});

describe.each(adapters)('the portal’s index in %s', (_name, openTwice) => {
  const openWithExporter = async (): Promise<readonly [PortalIndex, PortalIndex]> => {
    const both = await openTwice();
    await both[0].exporters.add({ id: 'one', name: '信息发布员己', tokenHash: hash(1) }, entry());
    return both;
  };

  describe('exporters', () => {
    test('are found by the token’s hash, have one name each while in service, and are gone once revoked', async () => {
      const [index] = await openWithExporter();
      const twin = { id: 'two', name: '信息发布员己', tokenHash: hash(2) };
      expect(await index.exporters.add(twin, entry('twin'))).toBe(false);
      expect(await index.exporters.findByToken(hash(1))).toEqual({ id: 'one', name: '信息发布员己' });
      expect(await index.exporters.findByToken(hash(2))).toBeUndefined();
      expect(await index.exporters.setToken('one', hash(3), entry())).toBe(true);
      expect(await index.exporters.findByToken(hash(1))).toBeUndefined();
      expect(await index.exporters.revoke('one', entry())).toBe(true);
      expect(await index.exporters.findByToken(hash(3))).toBeUndefined();
      expect(await index.exporters.list()).toEqual([]);
      expect(await index.exporters.add(twin, entry())).toBe(true);
      expect((await index.exporters.details()).map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
        ['two', null],
        ['one', at],
      ]);
    });

    test('have keys that come, go and come back', async () => {
      const [index] = await openWithExporter();
      expect(await index.exporters.addKey('one', 'key', entry())).toBe(true);
      expect(await index.exporters.keysOf('one')).toEqual(['key']);
      expect(await index.exporters.revokeKey('one', 'key', entry())).toBe(true);
      expect(await index.exporters.revokeKey('one', 'key', entry())).toBe(false);
      expect(await index.exporters.keysOf('one')).toEqual([]);
      expect(await index.exporters.addKey('one', 'key', entry())).toBe(true);
      expect((await index.exporters.details())[0]?.keys).toEqual([{ publicKey: 'key', addedAt: at, revokedAt: null }]);
    });

    test('are nobody’s to change who are not in service', async () => {
      const [index] = await openWithExporter();
      await index.exporters.revoke('one', entry());
      const before = await events(index);
      for (const id of ['one', 'nobody']) {
        expect(await index.exporters.setToken(id, hash(9), entry('no'))).toBe(false);
        expect(await index.exporters.revoke(id, entry('no'))).toBe(false);
        expect(await index.exporters.addKey(id, 'key', entry('no'))).toBe(false);
        expect(await index.exporters.revokeKey(id, 'key', entry('no'))).toBe(false);
      }
      expect(await events(index)).toEqual(before);
    });
  });

  test('administrators are kept under their names, with what they were given last', async () => {
    const [index, other] = await openTwice();
    await index.administrators.put({ name: '辛', salt: '00', passwordHash: '11' }, entry('put'));
    await index.administrators.put({ name: '辛', salt: '22', passwordHash: '33' }, entry('put'));
    expect(await other.administrators.find('辛')).toEqual({ name: '辛', salt: '22', passwordHash: '33' });
    expect(await other.administrators.find('壬')).toBeUndefined();
    expect(await other.administrators.list()).toEqual(['辛']);
    expect(await events(index)).toEqual(['put', 'put']);
  });

  describe('receptions', () => {
    test('are held by whoever noted them, then claimed once, the oldest first, by whichever process comes', async () => {
      const [here, there] = await openWithExporter();
      for (const number of [2, 1, 3]) await here.receptions.receive(arrival(number), at, claim(`noted ${number}`));
      expect(await there.receptions.claimNext(claim('too early'), at)).toBeUndefined();
      for (const number of [1, 2, 3]) await here.receptions.release(`noted ${number}`);
      const claimed = [
        await here.receptions.claimNext(claim('a'), at),
        await there.receptions.claimNext(claim('b'), at),
        await here.receptions.claimNext(claim('c'), at),
        await there.receptions.claimNext(claim('d'), at),
      ];
      expect(claimed).toEqual([arrival(1), arrival(2), arrival(3), undefined]);
    });

    test('of 200, claimed by many at once, none is claimed twice and none is left', async () => {
      const both = await openWithExporter();
      for (let number = 1; number <= 200; number += 1) {
        await both[0].receptions.receive(arrival(number), at, claim(`noted ${number}`));
        await both[0].receptions.release(`noted ${number}`);
      }
      const claimed: string[] = [];
      const clerk = async (index: PortalIndex, name: string): Promise<void> => {
        for (let count = 0; ; count += 1) {
          const next = await index.receptions.claimNext(claim(`${name} ${count}`), at);
          if (!next) return;
          claimed.push(next.zipSha256);
        }
      };
      await Promise.all(['a', 'b', 'c', 'd'].flatMap((name) => both.map(async (index, at) => clerk(index, name + at))));
      expect(claimed).toHaveLength(200);
      expect(new Set(claimed).size).toBe(200);
    });

    test('are settled once, by whoever holds them', async () => {
      const [here, there] = await openWithExporter();
      await here.receptions.receive(arrival(1), at, claim('first'));
      const refused = { state: 'refused', error: { code: 'archive-not-zip', params: {} } } as const;
      expect(await there.receptions.settle('another', refused, entry('no'))).toBe(false);
      expect(await here.receptions.settle('first', refused, entry('refused'))).toBe(true);
      expect(await here.receptions.settle('first', { state: 'published', error: null }, entry('no'))).toBe(false);
      expect(await there.receptions.find(hash(1), 'one')).toEqual({ ...arrival(1), ...refused });
      expect(await there.receptions.find(hash(1), 'two')).toBeUndefined();
      expect(await there.receptions.claimNext(claim('late'), muchLater)).toBeUndefined();
      expect((await events(here))[0]).toBe('refused');
      expect(await events(here)).not.toContain('no');
    });

    test('of a process that is gone are taken up when its claim is over; it has lost them then', async () => {
      const [gone, there] = await openWithExporter();
      await gone.receptions.receive(arrival(1), at, claim('of the gone', later));
      expect(await there.receptions.claimNext(claim('b'), at)).toBeUndefined();
      expect(await gone.receptions.renew('of the gone', muchLater)).toBe(true);
      expect(await there.receptions.claimNext(claim('b'), later)).toBeUndefined();
      expect(await there.receptions.claimNext(claim('b', '2026-11-28T08:00:00.000Z'), muchLater)).toEqual(arrival(1));
      expect(await gone.receptions.renew('of the gone', muchLater)).toBe(false);
      expect(await gone.receptions.settle('of the gone', { state: 'published', error: null }, entry('no'))).toBe(false);
      await gone.receptions.release('of the gone');
      expect(await gone.receptions.claimNext(claim('c'), muchLater)).toBeUndefined();
      expect(await there.receptions.settle('b', { state: 'published', error: null }, entry('yes'))).toBe(true);
    });

    test('of a process that begins anew under its name are free at once, those of others are not', async () => {
      const [here, there] = await openWithExporter();
      await here.receptions.receive(arrival(1), at, claim('a', later, 'here'));
      await there.receptions.receive(arrival(2), at, claim('b', later, 'there'));
      await here.receptions.releaseAll('here');
      expect(await here.receptions.claimNext(claim('c'), at)).toEqual(arrival(1));
      expect(await here.receptions.claimNext(claim('d'), at)).toBeUndefined();
    });

    test('begin anew with a repeat', async () => {
      const [index] = await openWithExporter();
      await index.receptions.receive(arrival(1), at, claim('first'));
      await index.receptions.settle('first', { state: 'published', error: null }, entry());
      await index.receptions.receive({ ...arrival(1), tusId: 'again' }, later, claim('second'));
      expect(await index.receptions.findByUpload('again')).toMatchObject({ state: 'received', error: null });
      expect(await index.receptions.findByUpload('one_1')).toBeUndefined();
    });
  });

  describe('publications', () => {
    test('are single by name, zip, revision and place, whoever inserts them', async () => {
      const [here, there] = await openWithExporter();
      const first = publication(1);
      const next = publication(2, { draftId: 'draft-1', slug: first.slug, revision: 2, follows: first.packageName });
      expect(await here.publications.insert(first)).toBe(true);
      expect(await there.publications.insert(first)).toBe(false);
      const rivals: readonly Partial<Publication>[] = [
        { packageName: first.packageName },
        { zipSha256: first.zipSha256 },
        { draftId: first.draftId, revision: 1, follows: 'another' },
        // Another draft under the address, and another address for the draft.
        { slug: first.slug },
        { draftId: first.draftId, revision: 5 },
      ];
      for (const changes of rivals) {
        expect(await there.publications.insert(publication(9, changes)), JSON.stringify(changes)).toBe(false);
      }
      const race = await Promise.all([
        here.publications.insert(next),
        there.publications.insert({ ...next, packageName: 'rival', zipSha256: hash(8), revision: 3 }),
      ]);
      expect(race.filter(Boolean)).toEqual([true]);
      expect(await there.publications.insert(publication(3))).toBe(true);
    });

    test('are found by zip, name, draft and address, whole', async () => {
      const [here, there] = await openWithExporter();
      const first = publication(1);
      const second = publication(2, { draftId: 'draft-1', slug: first.slug, revision: 2, follows: first.packageName });
      for (const one of [first, second]) await here.publications.insert(one);
      expect(await there.publications.findByZip(hash(1))).toEqual(first);
      expect(await there.publications.findByName(second.packageName)).toEqual(second);
      expect(await there.publications.newestOfDraft('draft-1')).toEqual(second);
      expect(await there.publications.newestAt(first.slug)).toEqual(second);
      for (const found of [
        await there.publications.findByZip(hash(9)),
        await there.publications.findByName('none'),
        await there.publications.newestOfDraft('none'),
        await there.publications.newestAt('none'),
        await there.publications.visibleAt('none', at),
      ]) {
        expect(found).toBeUndefined();
      }
    });

    test('are seen from their time, the newest revision alone, withdrawn ones not in lists', async () => {
      const [index] = await openWithExporter();
      const first = publication(1);
      const planned = publication(11, {
        draftId: 'draft-1',
        slug: first.slug,
        revision: 2,
        follows: first.packageName,
        headline: '更正后的',
        visibleFrom: muchLater,
      });
      const withdrawn = publication(3, {
        draftId: 'draft-2',
        revision: 2,
        action: 'withdraw',
        slug: 'TSZJ-20261128-2',
      });
      const other = publication(2, { pubDate: '2026-11-29 09:00', columnName: '政策解读' });
      for (const one of [first, planned, other]) expect(await index.publications.insert(one)).toBe(true);
      const titles = async (now: string, column: string | null = null): Promise<readonly string[]> =>
        (await index.publications.page({ siteDomain: 'zjj.example.gov.cn', column }, 0, 10, now)).map(
          ({ headline }) => headline,
        );
      expect(await titles(later)).toEqual(['第2号稿件', '第1号稿件']);
      expect(await titles(muchLater)).toEqual(['第2号稿件', '更正后的']);
      expect(await titles(muchLater, '工作动态')).toEqual(['更正后的']);
      expect(
        (await index.publications.page({ siteDomain: 'zjj.example.gov.cn', column: null }, 1, 1, later)).map(
          ({ slug }) => slug,
        ),
      ).toEqual([first.slug]);
      expect(await index.publications.visibleAt(first.slug, later)).toEqual(first);
      expect(await index.publications.columns('zjj.example.gov.cn', later)).toEqual(['工作动态', '政策解读']);
      expect(await index.publications.columns('other.example.gov.cn', later)).toEqual([]);
      expect(await index.publications.page({ siteDomain: 'other.example.gov.cn', column: null }, 0, 9, later)).toEqual(
        [],
      );
      expect(await index.publications.insert({ ...withdrawn, follows: other.packageName })).toBe(true);
      expect(await titles(later)).toEqual(['第1号稿件']);
      expect(await index.publications.visibleAt(other.slug, later)).toMatchObject({ action: 'withdraw' });
    });
  });

  test('sites come, change, go and come back; one is always in service', async () => {
    const [index, other] = await openTwice();
    const [main, second] = [site('zjj.example.gov.cn'), site('zf.example.gov.cn', '住房保障')];
    expect(await index.sites.add(main, entry('added'))).toBe(true);
    expect(await index.sites.add(site(main.domain, '同名'), entry('no'))).toBe(false);
    expect(await index.sites.retire(main.domain, entry('no'))).toBe(false);
    expect(await index.sites.add(second, entry('added'))).toBe(true);
    const changed = { ...main, siteName: '市住建局', contacts: [], columns: ['政策解读', '工作动态'] };
    expect(await index.sites.change(changed, entry('changed'))).toBe(true);
    expect(await index.sites.change(site('none.example.gov.cn'), entry('no'))).toBe(false);
    expect(await index.sites.retire(main.domain, entry('retired'))).toBe(true);
    expect(await index.sites.retire(main.domain, entry('no'))).toBe(false);
    expect(await index.sites.retire(second.domain, entry('no'))).toBe(false);
    expect(await other.sites.list()).toEqual([
      { ...changed, retiredAt: at },
      { ...second, retiredAt: null },
    ]);
    expect(await index.sites.reinstate(main.domain, entry('reinstated'))).toBe(true);
    expect(await index.sites.reinstate(main.domain, entry('no'))).toBe(false);
    expect((await other.sites.list()).map(({ retiredAt }) => retiredAt)).toEqual([null, null]);
    expect(await events(index)).toEqual(['reinstated', 'retired', 'changed', 'added', 'added']);
  });

  test('the overview finds packages by what stands in them, and counts', async () => {
    const [index] = await openWithExporter();
    for (const number of [1, 2])
      await index.receptions.receive(arrival(number), number === 1 ? at : later, claim(`${number}`));
    await index.publications.insert(publication(1));
    await index.receptions.settle('1', { state: 'published', error: null }, entry());
    const find = async (query: string, state: 'published' | null = null, offset = 0): Promise<readonly string[]> =>
      (await index.overview.packages({ query, state }, offset, 10)).map(({ packageName }) => packageName);
    const [one, two] = [arrival(1).packageName, arrival(2).packageName];
    expect(await find('')).toEqual([two, one]);
    expect(await find('', null, 1)).toEqual([one]);
    expect(await find('', 'published')).toEqual([one]);
    expect(await find('第1号')).toEqual([one]);
    expect(await find('发布员己')).toEqual([two, one]);
    expect(await find('tszj-20261128-2')).toEqual([two]);
    expect(await find(hash(2).slice(-8))).toEqual([two]);
    for (const query of ['%', '_', "'", '没有']) expect(await find(query)).toEqual([]);
    // In Beijing it is December already.
    await index.publications.insert(publication(3, { publishedAt: '2026-11-30T16:30:00.000Z' }));
    expect(await index.overview.statistics()).toEqual({
      published: 2,
      refused: 0,
      waiting: 1,
      exporters: 1,
      months: [
        { month: '2026-12', packages: 1 },
        { month: '2026-11', packages: 1 },
      ],
    });
  });

  describe('the log', () => {
    test('grows in one chain, whoever writes, and tells it forwards and backwards', async () => {
      const both = await openTwice();
      await Promise.all(
        Array.from({ length: 40 }, async (_, count) => both[count % 2]?.audit.append(entry(`event ${count}`))),
      );
      const [index] = both;
      expect((await index.audit.following(0, 100)).map(({ number }) => number)).toEqual(
        Array.from({ length: 40 }, (_, count) => count + 1),
      );
      expect((await index.audit.following(38, 1)).map(({ number }) => number)).toEqual([39]);
      expect((await index.audit.latest('event 7'))?.event).toBe('event 7');
      expect(await index.audit.latest('event 99')).toBeUndefined();
      expect((await index.audit.newest(1, 2)).map(({ number }) => number)).toEqual([39, 38]);
      expect(await new AuditLog(index.audit, { now: () => at }).broken()).toBeNull();
    });
  });
});
