import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { host } from '../host.ts';
import { guard, unsupported } from '../link/guard.ts';
import { HostEvent } from './host-event.ts';
import { InstanceLock, type Welcome } from './instance-lock.ts';
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
  #relaunches = false;

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

  /** Before the app is read: its folder for this start, after another that is just ending; false when one keeps it. */
  async takeFolderInTurn(): Promise<boolean> {
    this.#lock = new InstanceLock(this.getPath('userData'));
    return await this.#lock.takeInTurn();
  }

  /** Really exclusive for each user-data folder, and gone with the process however it ends. */
  requestSingleInstanceLock(): boolean {
    const lock = (this.#lock ??= new InstanceLock(this.getPath('userData')));
    if (!lock.take()) return false;
    const { origin, address } = host.server.access;
    lock.hangDoorplate({ origin, address });
    host.secondInstance = (secret, details) => (lock.knows(secret) ? this.#welcome(details) : undefined);
    return true;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.isHeld ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  /** The start that knocked, which is why an app that ends calls it, goes on when this one has ended; without one, nothing does. */
  relaunch(): void {
    this.#relaunches = true;
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
    process.exit(code);
  }

  /** While it quits, closing the last window says nothing of its own. */
  allWindowsClosed(): void {
    if (!this.#quitting && !this.emit('window-all-closed')) this.quit();
  }

  #welcome({ argv, workingDirectory }: { argv: string[]; workingDirectory: string }): Welcome {
    this.emit('second-instance', new HostEvent(), argv, workingDirectory, undefined);
    return this.#relaunches ? 'ending' : 'running';
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
  | 'relaunch'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'focus'
  | 'quit'
  | 'exit';

export const hostApp = new HostApp();
export const app = guard('app', hostApp satisfies Pick<App, Covered>);
