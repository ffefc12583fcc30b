import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { host } from '../host.ts';
import { guard, unsupported } from '../link/guard.ts';
import { HostEvent } from './host-event.ts';
import { InstanceLock } from './instance-lock.ts';
import { closeAllWindows } from './window-list.ts';

type PathName = Parameters<App['getPath']>[0];
type PackageJson = { name: string; productName?: string; version: string };

/** The folders that Electron names, in the places that it uses. */
const folders: Partial<Record<PathName, (app: { getPath(name: PathName): string; getName(): string }) => string>> = {
  home: () => homedir(),
  appData: () => {
    if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
    if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
    return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  },
  userData: (app) => join(app.getPath('appData'), app.getName()),
  sessionData: (app) => app.getPath('userData'),
  logs: (app) => join(app.getPath('userData'), 'logs'),
  temp: () => tmpdir(),
  documents: () => join(homedir(), 'Documents'),
  downloads: () => join(homedir(), 'Downloads'),
  desktop: () => join(homedir(), 'Desktop'),
  pictures: () => join(homedir(), 'Pictures'),
};

class HostApp extends EventEmitter {
  readonly #paths = new Map<string, string>();
  #package: PackageJson | undefined;
  #name: string | undefined;
  #ready = Promise.withResolvers<void>();
  #isReady = false;
  #quitting = false;
  #lock: InstanceLock | undefined;

  readonly isPackaged = false;

  whenReady(): Promise<void> {
    setImmediate(() => this.becomeReady());
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  /** The host calls it when the app's main module has run; only the first call counts. */
  becomeReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#ready.resolve();
    this.emit('ready', new HostEvent(), {});
  }

  getName(): string {
    return this.#name ?? this.#readPackage().productName ?? this.#readPackage().name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#readPackage().version;
  }

  getAppPath(): string {
    return host.options.projectRoot;
  }

  getLocale(): string {
    return (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').split('.')[0]?.replace('_', '-') || 'zh-CN';
  }

  getPath(name: PathName): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    if (name === 'userData' && host.options.userDataFolder !== undefined) return host.options.userDataFolder;
    const path = folders[name]?.(this);
    if (path === undefined) throw unsupported(`app.getPath('${name}')`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  /** Really exclusive for each user-data folder, and gone with the process however it ends. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    this.#lock ??= new InstanceLock(folder, () => ({
      origin: host.server.access.origin,
      address: host.server.access.address,
    }));
    if (!this.#lock.take()) return false;
    host.secondInstance = (secret, { argv, workingDirectory }) => {
      if (!this.#lock?.knows(secret)) return false;
      this.emit('second-instance', new HostEvent(), argv, workingDirectory, undefined);
      return true;
    };
    return true;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.isHeld ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  /** Every renderer of the host is a browser's own, sandboxed by it. */
  enableSandbox(): void {}

  setAppUserModelId(_id: string): void {}

  focus(): void {
    host.send({ kind: 'focus' });
  }

  /** before-quit → each window's close → will-quit → quit, any of the first three may prevent it. */
  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    if (this.#isPrevented('before-quit') || !closeAllWindows() || this.#isPrevented('will-quit')) {
      this.#quitting = false;
      return;
    }
    this.exit(Number(process.exitCode ?? 0));
  }

  exit(code = 0): void {
    this.#quitting = true;
    this.emit('quit', new HostEvent(), code);
    host.stop();
    this.#lock?.release();
    // A second start first tells the running one; everything else is done.
    void (this.#lock?.knocking ?? Promise.resolve()).finally(() => process.exit(code));
  }

  /** While it quits, closing the last window says nothing of its own. */
  allWindowsClosed(): void {
    if (!this.#quitting && !this.emit('window-all-closed')) this.quit();
  }

  #isPrevented(name: string): boolean {
    const event = new HostEvent();
    this.emit(name, event);
    return event.defaultPrevented;
  }

  #readPackage(): PackageJson {
    this.#package ??= JSON.parse(readFileSync(join(host.options.projectRoot, 'package.json'), 'utf8')) as PackageJson;
    return this.#package;
  }
}

type Covered =
  | 'isPackaged'
  | 'whenReady'
  | 'isReady'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getLocale'
  | 'getPath'
  | 'setPath'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'focus'
  | 'quit'
  | 'exit';

export const hostApp = new HostApp();
export const app = guard('app', hostApp satisfies Pick<App, Covered>);
