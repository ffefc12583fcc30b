import { expect, it } from 'vitest';
import { readExternalLink } from '#main/adapters/external-links.ts';

it.each([
  ['https://www.gov.cn/a?b#c', 'www.gov.cn'],
  ['http://127.0.0.1:8080/p', '127.0.0.1:8080'],
  ['HTTPS://WWW.GOV.CN', 'www.gov.cn'],
  ['mailto:zjj@example.gov.cn', 'zjj@example.gov.cn'],
])('shows the host of %s', (url, host) => {
  expect(readExternalLink(url).host).toBe(host);
});

it.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'file:///etc/passwd',
  'file://server/share',
  'data:text/html,x',
  'vbscript:x',
  'ms-settings:x',
  'search-ms:query=x',
  'tel:+8607505524538',
  'smb://server/share',
  '\\\\server\\share',
  'https://www.gov.cn@evil.example/',
  'app://desk/',
  '/etc/passwd',
  '',
])('refuses %j', (url) => {
  expect(() => readExternalLink(url)).toThrow('link-refused');
});

it('writes to the recipient only: other fields of a mail address can attach files', () => {
  expect(readExternalLink('mailto:a@b.cn?attach=/etc/passwd').url).toBe('mailto:a@b.cn');
});

it('shows no more of a long address than fits beside its host', () => {
  expect(readExternalLink(`https://www.gov.cn/${'a'.repeat(5000)}`).shown).toHaveLength(300);
});
