import { FluentProvider } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useAppState } from '#renderer/api/queries.ts';
import { FirstStart } from '#renderer/features/first-start/FirstStart.tsx';
import { setLanguage } from '#renderer/i18n/text.ts';
import { isFirstWindow } from '#renderer/session/this-window.ts';
import { appearanceOf, fluentThemes } from '#renderer/ui/fluent-theme.ts';
import { useMediaQuery } from '#renderer/ui/use-media-query.ts';
import { tellCrash } from './tell-crash.ts';
import { tellDamage } from './tell-damage.ts';
import { tellFinding } from './tell-finding.ts';
import { tellPlace } from './tell-place.ts';
import { Workbench } from './Workbench.tsx';

/** The window: its theme and language, then the first start or the workbench. */
export function App() {
  const { data: state } = useAppState();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const systemContrast = useMediaQuery('(forced-colors: active)');
  const appearance = appearanceOf(state?.settings.theme ?? 'system', { dark: systemDark, contrast: systemContrast });
  const language = state?.settings.language;
  // What the start found is told in the window that the app began with, not in each that is opened later.
  const { damage, recovered, place } = (isFirstWindow ? state : undefined) ?? {};
  const finding = state?.finding;

  useEffect(() => {
    document.documentElement.dataset['theme'] = appearance;
  }, [appearance]);

  useEffect(() => {
    if (language) void setLanguage(language);
  }, [language]);

  useEffect(() => {
    if (state) document.documentElement.dataset['ready'] = 'true';
  }, [state]);

  useEffect(() => {
    if (damage) tellDamage(damage);
  }, [damage]);

  useEffect(() => {
    if (place) tellPlace(place);
  }, [place]);

  useEffect(() => {
    if (language) tellFinding(finding);
  }, [finding, language]);

  useEffect(() => {
    if (recovered && language) tellCrash(recovered, language);
  }, [recovered, language]);

  if (!state) return null;
  return (
    <FluentProvider theme={fluentThemes[appearance]} lang={state.settings.language}>
      {state.person ? <Workbench state={state} person={state.person} /> : <FirstStart state={state} />}
    </FluentProvider>
  );
}
