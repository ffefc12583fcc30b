import { useEffect } from 'react';
import { useChecks } from '#renderer/features/checks/use-checks.ts';
import { DraftNav } from '#renderer/features/drafts/DraftNav.tsx';
import { useAutosave } from '#renderer/features/drafts/use-autosave.ts';
import { EarlierPreview } from '#renderer/features/search/EarlierPreview.tsx';
import { SavedSearches } from '#renderer/features/search/SavedSearches.tsx';
import { QueryLine } from '#renderer/features/search/QueryLine.tsx';
import { NoteTeller } from '#renderer/features/media/NoteTeller.tsx';
import { useText } from '#renderer/i18n/text.ts';
import { areaEvent, fieldEvent } from '#renderer/session/draft-session.ts';
import { FocusBack } from '#renderer/ui/use-focus-back.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import type { Person } from '#shared/model/person.ts';
import { Header } from './Header.tsx';
import { NavRail } from './NavRail.tsx';
import { ShellDialogs } from './ShellDialogs.tsx';
import { showHit } from './show-hit.ts';
import { SheetArea } from './SheetArea.tsx';
import { SidePanel } from './SidePanel.tsx';
import { StatusBar } from './StatusBar.tsx';
import { WindowDrop } from './WindowDrop.tsx';
import { changeShell, showTab, useShell } from './shell-state.ts';
import { useLastDraft } from './use-last-draft.ts';
import { useFirstFilter } from './use-first-filter.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWide } from './use-wide.ts';
import './shell.css';

export function Workbench({ state, person }: { readonly state: AppState; readonly person: Person }) {
  const text = useText();
  const wide = useWide();
  const listOpen = useShell((shell) => shell.listOpen);
  const panelOpen = useShell((shell) => shell.panelOpen);
  const focusMode = useShell((shell) => shell.focusMode);
  useAutosave(state.host);
  useChecks(state.profile);
  useShortcuts();

  useFirstFilter(state.profile, person);
  useLastDraft(state.lastDraftId);
  useEffect(() => {
    const show = (event: Event) => {
      showTab('info');
      const field: unknown = event instanceof CustomEvent ? event.detail : '';
      requestAnimationFrame(() => focusField(String(field)));
    };
    const showArea = (event: Event) =>
      showTab(event instanceof CustomEvent && event.detail === 'comments' ? 'comments' : 'info');
    document.addEventListener(fieldEvent, show);
    document.addEventListener(areaEvent, showArea);
    return () => {
      document.removeEventListener(fieldEvent, show);
      document.removeEventListener(areaEvent, showArea);
    };
  }, []);

  return (
    <div className="workbench" data-wide={wide} data-focus={focusMode || undefined}>
      <Header state={state} person={person} />
      {!wide && <NavRail />}
      {(wide || listOpen) && (
        <nav className={wide ? 'nav' : 'nav nav-over'} aria-label={text('shell.navigation')}>
          {!wide && <FocusBack />}
          <DraftNav
            profile={state.profile}
            language={state.settings.language}
            savedSearches={<SavedSearches />}
            queryLine={<QueryLine profile={state.profile} />}
            onOpened={() => changeShell({ listOpen: false })}
            onHit={showHit}
          />
        </nav>
      )}
      <SheetArea state={state} wide={wide} />
      {(wide || panelOpen) && <SidePanel state={state} person={person} wide={wide} />}
      <StatusBar state={state} />
      <ShellDialogs state={state} />
      <EarlierPreview profile={state.profile} />
      <WindowDrop />
      <NoteTeller ignored={state.settings.ignoredHints} />
    </div>
  );
}

/** The panel draws what is in a tab a moment after it was asked for it. */
const mostFrames = 60;

/** Fields of a reprint stand for its origin: the source is what can be missing. */
function focusField(field: string, frames = mostFrames): void {
  const element = document.getElementById(`field-${field}.source`) ?? document.getElementById(`field-${field}`);
  if (element) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusField(field, frames - 1));
}
