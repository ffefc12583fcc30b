import { describe, expect, test } from 'vitest';
import { AuditLog } from '#portal/audit/audit-log.ts';
import type { AuditLine } from '#portal/ports/audit-store.ts';
import { siteOfProfile } from '#portal/sites/site-of-profile.ts';
import { Sites } from '#portal/sites/sites.ts';
import { memoryIndex } from '#tests/fakes/memory-index.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const own = siteOfProfile(sampleProfile);
const other = { ...own, domain: 'zf.example.gov.cn', siteName: '住房保障' };

function openSites() {
  const { sites, audit } = memoryIndex();
  const events = async (): Promise<readonly string[]> => (await audit.following(0, 100)).map(({ event }) => event);
  const facts = async (): Promise<AuditLine['facts'] | undefined> => (await audit.newest(0, 1))[0]?.facts;
  return { facts, sites: new Sites(sites, new AuditLog(audit, { now: () => '2026-11-28T06:00:00.000Z' })), events };
}

describe('the sites of a portal', () => {
  test('begin with the one of the profile, and stay as they are after that', async () => {
    const { sites, events } = openSites();
    await sites.begin(own);
    await sites.begin({ ...own, siteName: '别的名字' });
    expect(await sites.list()).toEqual([{ ...own, retiredAt: null }]);
    expect(await events()).toEqual(['site.added']);
  });

  test('receive for their own domain while in service, and are seen by their own name always', async () => {
    const { sites } = openSites();
    await sites.begin(own);
    await sites.add(other, '管理员辛');
    await sites.retire(own.domain, '管理员辛');
    expect(await sites.receiving(own.domain)).toBeUndefined();
    expect((await sites.receiving(other.domain))?.siteName).toBe('住房保障');
    expect((await sites.at(own.domain)).siteName).toBe(own.siteName);
    expect((await sites.at('127.0.0.1')).siteName).toBe('住房保障');
  });

  test('are changed with a line in the log that names the fields; saving what is the same leaves none', async () => {
    const { sites, events, facts } = openSites();
    await sites.begin(own);
    await sites.change(own, '管理员辛');
    expect(await events()).toEqual(['site.added']);
    await sites.change({ ...own, siteName: '市住建局', contacts: ['联系电话：0750-5524538'] }, '管理员辛');
    expect(await facts()).toEqual({ domain: own.domain, fields: 'siteName,contacts' });
    await expect(sites.change(other, '管理员辛')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('follow a profile where nobody administers them: its names, its domain alone; what is the same changes nothing', async () => {
    const { sites, events } = openSites();
    await sites.follow(own);
    await sites.follow(own);
    expect(await events()).toEqual(['site.added']);
    await sites.follow({ ...own, siteName: '市住建局' });
    expect((await sites.at(own.domain)).siteName).toBe('市住建局');
    await sites.follow(other);
    expect((await sites.list()).map(({ domain, retiredAt }) => [domain, retiredAt === null])).toEqual([
      [own.domain, false],
      [other.domain, true],
    ]);
    await sites.follow(own);
    expect((await sites.at('127.0.0.1')).domain).toBe(own.domain);
    expect(await sites.receiving(other.domain)).toBeUndefined();
  });
});
