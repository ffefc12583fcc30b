import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#main/adapters/content-security-policy.ts';
import { menuTemplate } from '#main/adapters/menu.ts';
import { windowOptions } from '#main/adapters/window.ts';

describe("Electron's security list, on the window's options", () => {
  const { webPreferences, ...options } = windowOptions('/app/preload/index.cjs');

  it('isolates the page and gives it no Node', () => {
    expect(webPreferences).toMatchObject({
      preload: '/app/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
  });

  it('switches no protection off and no experiment on', () => {
    expect(webPreferences).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(Object.keys(webPreferences ?? {})).not.toEqual(expect.arrayContaining(['enableBlinkFeatures']));
  });

  it('is never smaller than the interface can be', () => {
    expect(options).toMatchObject({ minWidth: 1024, minHeight: 700, show: false });
  });
});

describe('the policy of the page', () => {
  it('allows nothing by default, no inline script and no network', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("connect-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe-|https?:|data:|\*/);
  });
});

describe('the menu', () => {
  it('leaves undo and redo to the editor, and developer tools to developers', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      const template = JSON.stringify(menuTemplate(platform, false));
      expect(template).not.toMatch(/"(undo|redo|toggleDevTools|reload)"/);
      expect(template).toContain('zoomIn');
    }
    expect(JSON.stringify(menuTemplate('win32', true))).toContain('toggleDevTools');
  });
});
