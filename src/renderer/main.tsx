import './zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { call, codedErrorOf } from '#renderer/api/desk-api.ts';
import { followEvents } from '#renderer/api/live-events.ts';
import { setAppState } from '#renderer/api/queries.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { followJobs } from '#renderer/session/jobs.ts';
import { startTexts } from '#renderer/i18n/text.ts';
import { App } from '#renderer/shell/App.tsx';
import { StartFailed } from '#renderer/shell/StartFailed.tsx';
import { WindowBroken } from '#renderer/shell/WindowBroken.tsx';
import { containerForReact } from '#renderer/ui/react-container.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import './ui/theme.css';

let isBroken = false;
const element = document.getElementById('root');
if (!element) throw new Error('the page has no root');
const root = createRoot(containerForReact(element), {
  // React takes the whole page away when a part of it fails; an empty window tells nobody what to do.
  onUncaughtError: (thrown) => {
    reportError(thrown);
    if (isBroken) return;
    isBroken = true;
    queueMicrotask(() => root.render(<WindowBroken />));
  },
});

try {
  const state = await call('app:get-state', {});
  await startTexts(state.settings.language);
  setAppState(state);
  followEvents();
  followJobs();
  root.render(
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>,
  );
} catch (thrown) {
  await startTexts(defaultSettings.language);
  const rescue = await call('rescue:read', {}).catch(() => null);
  root.render(<StartFailed error={codedErrorOf(thrown)} rescue={rescue} />);
}
