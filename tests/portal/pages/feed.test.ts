import { parse } from 'parse5';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { knock } from '#tests/helpers/knock.ts';
import { runningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function portalWithOne() {
  const portal = await runningPortal({ publicUrl: 'https://zjj.example.gov.cn' });
  const zip = await (await packageBench(await temporaryFolder())).write();
  expect((await knock(portal, await readFile(zip.path), zip.name)).code).toBe('published');
  return portal;
}

describe('for programs there is', () => {
  test('an Atom feed of what is public, under the address that visitors use', async () => {
    const portal = await portalWithOne();
    const answer = await fetch(`${portal.url}/feed.xml`);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await answer.text();
    expect(feed.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"')).toBe(
      true,
    );
    const address = 'https://zjj.example.gov.cn/articles/TSZJ-20261123-0007/';
    expect(feed).toContain(`<id>${address}</id>`);
    expect(feed).toContain('<title>房屋安全“回头看”</title>');
    expect(feed).toMatch(/<published>\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00<\/published>/);
    expect(parse(feed).childNodes.length).toBeGreaterThan(0);
  });

  test('a sitemap, and a word to robots about where it is', async () => {
    const portal = await portalWithOne();
    const map = await (await fetch(`${portal.url}/sitemap.xml`)).text();
    expect(map.match(/<loc>/g)).toHaveLength(1);
    expect(map).toContain('<loc>https://zjj.example.gov.cn/articles/TSZJ-20261123-0007/</loc>');
    const robots = await (await fetch(`${portal.url}/robots.txt`)).text();
    expect(robots).toContain('Sitemap: https://zjj.example.gov.cn/sitemap.xml');
    expect(robots).toContain('Disallow: /admin');
  });

  test('an empty feed before anything is published', async () => {
    const portal = await runningPortal();
    expect(await (await fetch(`${portal.url}/feed.xml`)).text()).not.toContain('<entry>');
  });
});
