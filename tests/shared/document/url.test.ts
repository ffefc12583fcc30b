import { describe, expect, it } from 'vitest';
import { hostOf, isAllowedHost, sanitizeUrl } from '#shared/document/url.ts';

describe('sanitizeUrl', () => {
  it.each([
    ['https://www.gov.cn/zhengce', 'https://www.gov.cn/zhengce'],
    ['  http://Example.COM/a b'.replace(' b', 'b'), 'http://example.com/ab'],
    ['https://例子.测试/路径', 'https://xn--fsqu00a.xn--0zwm56d/%E8%B7%AF%E5%BE%84'],
    ['mailto:zjj@example.gov.cn', 'mailto:zjj@example.gov.cn'],
    ['tel:0750-5524538', 'tel:0750-5524538'],
  ])('takes %s', (input, expected) => {
    expect(sanitizeUrl(input)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///C:/Users/a/secret.docx',
    'vbscript:msgbox(1)',
    'blob:https://a/b',
    '//example.com/x',
    '/relative',
    'www.example.com',
    'https://',
    'https://user:password@example.com/',
    'https://www.gov.cn@evil.example/',
    'mailto:',
    'tel:javascript',
    '',
  ])('refuses %j', (input) => {
    expect(sanitizeUrl(input)).toBeUndefined();
  });

  it('answers its own answers unchanged', () => {
    const once = sanitizeUrl('https://例子.测试/路径?q=稿签');
    expect(once && sanitizeUrl(once)).toBe(once);
  });
});

describe('isAllowedHost', () => {
  const allowed = ['*.gov.cn', 'mp.weixin.qq.com'];

  it('covers the host itself, its subdomains where the entry says so, and nothing that only looks alike', () => {
    expect(isAllowedHost(hostOf('https://www.example.gov.cn/a'), allowed)).toBe(true);
    expect(isAllowedHost('gov.cn', allowed)).toBe(true);
    expect(isAllowedHost('mp.weixin.qq.com', allowed)).toBe(true);
    expect(isAllowedHost('a.mp.weixin.qq.com', allowed)).toBe(false);
    expect(isAllowedHost('evilgov.cn', allowed)).toBe(false);
    expect(isAllowedHost('gov.cn.evil.example', allowed)).toBe(false);
    expect(isAllowedHost(hostOf('mailto:a@gov.cn'), allowed)).toBe(false);
  });
});
