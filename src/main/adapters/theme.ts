import { nativeTheme } from 'electron';
import type { Theme } from '#shared/model/settings.ts';

/** The window's frame, menus and `prefers-color-scheme` follow the person's choice. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme;
}
