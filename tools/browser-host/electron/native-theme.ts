import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import { guard } from '../link/guard.ts';

class HostNativeTheme extends EventEmitter {
  #source: NativeTheme['themeSource'] = 'system';
  #pageIsDark = false;

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  /** A page cannot change what its browser prefers: the app's own theme follows its setting, `prefers-color-scheme` does not. */
  set themeSource(source: NativeTheme['themeSource']) {
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#pageIsDark : this.#source === 'dark';
  }

  readonly shouldUseHighContrastColors = false;

  setPageIsDark(dark: boolean): void {
    if (dark === this.#pageIsDark) return;
    this.#pageIsDark = dark;
    this.emit('updated');
  }
}

const theme = new HostNativeTheme();

/** The page tells what its browser prefers. */
export function pageIsDark(dark: boolean): void {
  theme.setPageIsDark(dark);
}

export const nativeTheme = guard(
  'nativeTheme',
  theme satisfies Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>,
);
