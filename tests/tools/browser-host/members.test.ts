import { describe, expect, it } from 'vitest';
import { allowLink } from '#tools/browser-host/server/content-security.ts';
import { guard } from '#tools/browser-host/link/guard.ts';

describe('a member that the host lacks', () => {
  const guarded = guard('app', {
    name: 'x',
    undefinedOnPurpose: undefined,
    self() {
      return this.name;
    },
  });

  it('throws by name, for reading and for setting', () => {
    expect(() => (guarded as Record<string, unknown>)['getGPUInfo']).toThrow(
      'the browser host has no electron.app.getGPUInfo',
    );
    expect(() => {
      (guarded as Record<string, unknown>)['other'] = 1;
    }).toThrow('electron.app.other');
  });

  it('is told from one that is there', () => {
    expect(guarded.self()).toBe('x');
    expect(guarded.undefinedOnPurpose).toBeUndefined();
  });

  it('does not trip over what the language asks of any object', async () => {
    expect(JSON.stringify(guarded)).toContain('"name":"x"');
    expect(Object.prototype.toString.call(guarded)).toBe('[object Object]');
    await expect(Promise.resolve(guarded)).resolves.toBe(guarded);
  });
});

describe("the host's link in the app's policy", () => {
  it.each([
    ["default-src 'none'; connect-src 'none'", "default-src 'none'; connect-src ws://h http://h/bye"],
    ["connect-src 'self' https://a; img-src blob:", "img-src blob:; connect-src 'self' https://a ws://h http://h/bye"],
    ["default-src 'self'", "default-src 'self'; connect-src 'self' ws://h http://h/bye"],
    ["img-src 'self'", "img-src 'self'"],
  ])('%s', (given, expected) => {
    expect(allowLink(given, ['ws://h', 'http://h/bye'])).toBe(expected);
  });
});
