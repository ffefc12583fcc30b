import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import type { Theme as ThemeChoice } from '#shared/model/settings.ts';

/** What the window is drawn in; `contrast` follows the system's high-contrast mode. */
export type Appearance = 'light' | 'dark' | 'contrast';

const house = { fontFamilyBase: 'var(--font-ui)', fontFamilyNumeric: 'var(--font-ui)' } as const;

const light: Theme = { ...webLightTheme, ...house };
const dark: Theme = {
  ...webDarkTheme,
  ...house,
  colorBrandBackground: '#479ef5',
  colorBrandBackgroundHover: '#62abf5',
  colorBrandBackgroundPressed: '#2886de',
  colorBrandBackgroundSelected: '#479ef5',
  // Dark words on the lighter brand colour: 6.9 to 1.
  colorNeutralForegroundOnBrand: '#0b1a2b',
};
const contrast: Theme = { ...teamsHighContrastTheme, ...house };

export const fluentThemes: Readonly<Record<Appearance, Theme>> = { light, dark, contrast };

export function appearanceOf(choice: ThemeChoice, system: { dark: boolean; contrast: boolean }): Appearance {
  if (system.contrast) return 'contrast';
  if (choice === 'system') return system.dark ? 'dark' : 'light';
  return choice;
}
