import { expect, it } from 'vitest';
import { isTrustedSender } from '#main/adapters/trusted-sender.ts';

const frame = (url: string, parent: object | null = null) => ({ senderFrame: { url, parent } as never });

it('is the main frame of app://desk and nothing else', () => {
  expect(isTrustedSender(frame('app://desk/'))).toBe(true);
  expect(isTrustedSender(frame('app://desk/index.html?x#y'))).toBe(true);
});

it.each([
  ['a frame in it', frame('app://desk/', {})],
  ['a frame that has gone', { senderFrame: null }],
  ['another host', frame('app://desk.evil/')],
  ['a user name in front', frame('app://desk@evil/')],
  ['credentials', frame('app://a:b@desk/')],
  ['another scheme', frame('https://desk/')],
  ['a file', frame('file:///app://desk/')],
  ['a data address', frame('data:text/html,app://desk/')],
  ['a blank page', frame('about:blank')],
  ['no address', frame('')],
])('not %s', (_what, event) => {
  expect(isTrustedSender(event)).toBe(false);
});
