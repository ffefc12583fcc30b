import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { mayLoad, secureContents, secureSession } from '#main/adapters/session-security.ts';

type Handler = (...args: never[]) => unknown;

/** Stands where Electron's session stands and keeps what is registered, so that it can be called. */
function createSession() {
  const handlers: Record<string, Handler> = {};
  const keep = (name: string) => (handler: Handler) => {
    handlers[name] = handler;
  };
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    webRequest: { onBeforeRequest: keep('load') },
  };
  secureSession(session as unknown as Session);
  const call = (name: string, ...args: unknown[]): unknown =>
    (handlers[name] as ((...args: unknown[]) => unknown) | undefined)?.(...args);
  return call;
}

/** What the handler answers through its callback. */
function answerOf(ask: (answer: (value: unknown) => void) => unknown): unknown {
  let answered: unknown = 'nothing';
  ask((value) => (answered = value));
  return answered;
}

describe('the session', () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'fullscreen',
    'openExternal',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'display-capture',
    'unknown',
  ];
  const page = { getURL: () => 'app://desk/' };

  it.each(permissions)('denies %s', (permission) => {
    const call = createSession();
    expect(answerOf((answer) => call('request', page, permission, answer))).toBe(false);
    expect(call('check', page, permission, 'app://desk')).toBe(false);
  });

  it('lets the app, and it alone, put text on the clipboard', () => {
    const call = createSession();
    expect(answerOf((answer) => call('request', page, 'clipboard-sanitized-write', answer))).toBe(true);
    expect(call('check', page, 'clipboard-sanitized-write', 'app://desk')).toBe(true);
    expect(
      answerOf((answer) =>
        call('request', { getURL: () => 'https://evil.example' }, 'clipboard-sanitized-write', answer),
      ),
    ).toBe(false);
    expect(call('check', page, 'clipboard-sanitized-write', 'https://evil.example')).toBe(false);
  });

  it('denies every device and every screen', () => {
    const call = createSession();
    expect(call('device', {})).toBe(false);
    expect(answerOf((answer) => call('display', {}, answer))).toBeNull();
  });

  it.each([
    ['app://desk/assets/a.js', true],
    ['blob:app://desk/1', true],
    ['devtools://devtools/a.js', true],
    ['app://other/', false],
    ['https://www.gov.cn/', false],
    ['http://127.0.0.1/', false],
    ['http://169.254.169.254/latest', false],
    ['ws://127.0.0.1/', false],
    ['file:///etc/passwd', false],
    ['data:image/png;base64,AA', false],
    ['', false],
  ])('lets a page load %s: %s', (url, allowed) => {
    const call = createSession();
    expect(mayLoad(url)).toBe(allowed);
    expect(answerOf((answer) => call('load', { url }, answer))).toEqual({ cancel: !allowed });
  });
});

function createContents() {
  const contents = Object.assign(new EventEmitter(), {
    windowOpen: undefined as ((details: object) => unknown) | undefined,
    setWindowOpenHandler(handler: (details: object) => unknown) {
      this.windowOpen = handler;
    },
  });
  secureContents(contents as unknown as WebContents);
  return contents;
}

const isPrevented = (event: string, url: string): boolean => {
  let prevented = false;
  createContents().emit(event, { url, preventDefault: () => (prevented = true) });
  return prevented;
};

describe('each page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays in the app on %s', (event) => {
    expect(isPrevented(event, 'app://desk/#/drafts')).toBe(false);
    for (const url of [
      'https://www.gov.cn/',
      'app://desk.evil/',
      'file:///x',
      'about:blank',
      'data:text/html,x',
      'javascript:1',
    ]) {
      expect([url, isPrevented(event, url)]).toEqual([url, true]);
    }
  });

  it('opens no window and attaches no webview', () => {
    expect(createContents().windowOpen?.({ url: 'app://desk/' })).toEqual({ action: 'deny' });
    expect(isPrevented('will-attach-webview', 'app://desk/')).toBe(true);
  });
});
