import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { deskWindows, type DeskWindows } from '#main/adapters/desk-windows.ts';
import { windowParameters } from '#shared/ipc/channels/window.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

/** As much of a window as the windows of the app use. */
class FakeWindow extends EventEmitter {
  readonly webContents = {};
  isGone = false;
  shown = 0;
  readonly url: URL;
  readonly isFirst: boolean;
  constructor(url: string, isFirst: boolean) {
    super();
    this.url = new URL(url);
    this.isFirst = isFirst;
  }
  isDestroyed = (): boolean => this.isGone;
  isMinimized = (): boolean => false;
  show(): void {
    this.shown += 1;
  }
  focus(): void {
    this.emit('focus');
  }
  close(): void {
    this.isGone = true;
    this.emit('closed');
  }
  get id(): string {
    return this.url.searchParams.get(windowParameters.window) ?? 'main';
  }
}

let made: FakeWindow[];
let windows: DeskWindows;
const [a, b] = [testId(1, 0xd), testId(2, 0xd)];

beforeEach(() => {
  made = [];
  windows = deskWindows((url, isFirst) => {
    const window = new FakeWindow(url, isFirst);
    made.push(window);
    return window as unknown as BrowserWindow;
  });
  windows.open(null);
  windows.open(a);
});

describe('the windows of the app', () => {
  it('have addresses of their own; the first has the plain one, and stands where it stood last', () => {
    const [first, second] = made;
    expect(first?.url.href).toBe('app://desk/');
    expect(second?.url.searchParams.get(windowParameters.draft)).toBe(a);
    expect(second?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.map(({ isFirst }) => isFirst)).toEqual([true, false]);
    expect(windows.contents()).toHaveLength(2);
  });

  it('show a draft once: the window that has it comes forward', () => {
    const [, second] = made;
    expect(windows.showDraft('main', a)).toBe(true);
    expect(second?.shown).toBe(1);
    expect(windows.showDraft('main', b)).toBe(false);
    expect(windows.showDraft(second?.id ?? '', b)).toBe(true);
  });

  it('let go of a draft when they show another, none, or close', () => {
    const [, second] = made;
    expect(windows.showDraft(second?.id ?? '', null)).toBe(false);
    expect(windows.showDraft('main', a)).toBe(false);
    expect(windows.showDraft(second?.id ?? '', b)).toBe(false);
    second?.close();
    expect(windows.showDraft('main', b)).toBe(false);
    expect(windows.contents()).toHaveLength(1);
  });

  it('are asked in the one that was used last, and begin again with a first one when that was closed', () => {
    const [first, second] = made;
    expect(windows.front()).toBe(second);
    first?.focus();
    expect(windows.front()).toBe(first);
    first?.close();
    expect(windows.front()).toBe(second);
    windows.open(null);
    expect(made.at(-1)?.isFirst).toBe(true);
  });

  it('come forward at a second start, but none that is closing', () => {
    const [first, second] = made;
    expect(windows.showLast()).toBe(true);
    second?.emit('close');
    expect(windows.showLast()).toBe(true);
    expect([first?.shown, second?.shown]).toEqual([1, 1]);
    first?.emit('close');
    expect(windows.showLast()).toBe(false);
    windows.open(null);
    expect([windows.showLast(), made.at(-1)?.shown]).toEqual([true, 1]);
  });

  it('take no claim of a window that is not there', () => {
    expect(windows.showDraft(testId(9, 0xd), b)).toBe(false);
    expect(windows.showDraft('main', b)).toBe(false);
  });
});
