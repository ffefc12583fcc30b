import { AttachmentsCard } from '#renderer/features/attachments/AttachmentsCard.tsx';
import { Button, Tab, TabList } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { memo, useDeferredValue, useId, useRef, type ReactNode } from 'react';
import { ChecksPanel } from '#renderer/features/checks/ChecksPanel.tsx';
import { FindingBadge } from '#renderer/features/checks/FindingBadge.tsx';
import { CommentsPanel } from '#renderer/features/comments/CommentsPanel.tsx';
import { HistoryPanel } from '#renderer/features/history/HistoryPanel.tsx';
import { PicturesPanel } from '#renderer/features/media/PicturesPanel.tsx';
import { MetadataPanel } from '#renderer/features/metadata/MetadataPanel.tsx';
import { PublishCard } from '#renderer/features/publish/PublishCard.tsx';
import { ReviewCard } from '#renderer/features/review/ReviewCard.tsx';
import { AmendCard } from '#renderer/features/publish/amend/AmendCard.tsx';
import { TargetsCard } from '#renderer/features/publish/TargetsCard.tsx';
import { WordCard } from '#renderer/features/publish/WordCard.tsx';
import { ReviewFileCard } from '#renderer/features/review/ReviewFileCard.tsx';
import { ReviewSteps } from '#renderer/features/review/ReviewSteps.tsx';
import { useText } from '#renderer/i18n/text.ts';
import { incoming } from '#renderer/session/incoming-files.ts';
import { lockOf, useDraftSession } from '#renderer/session/draft-session.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FocusBack } from '#renderer/ui/use-focus-back.ts';
import { useKeptFocus } from '#renderer/ui/use-kept-focus.ts';
import { usePainted } from '#renderer/ui/use-painted.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { roleMay } from '#shared/model/bureau-profile.ts';
import type { Person } from '#shared/model/person.ts';
import { changeShell, useShell, type PanelTab } from './shell-state.ts';

interface SidePanelProps {
  readonly state: AppState;
  readonly person: Person;
  readonly wide: boolean;
}

/** The right-hand column: everything about the draft that is not its words. */
export function SidePanel({ state, person, wide }: SidePanelProps) {
  const text = useText();
  const id = useId();
  const tab = useShell((shell) => shell.tab);
  // A press on a tab is answered at once; what stands in it follows without holding anything up.
  const drawnTab = useDeferredValue(tab);
  const opened = useDraftSession((session) => session.opened);
  // The words come first: what there is to know about another draft is drawn once these stand on the sheet.
  const isDrawn = usePainted(opened?.summary.id) === opened?.summary.id;
  const body = useRef<HTMLDivElement>(null);
  useKeptFocus(body, opened ? `${opened.summary.id} ${drawnTab}` : undefined);
  const comments = opened?.comments.filter((comment) => comment.resolvedAt === null).length ?? 0;

  const tabs: readonly (readonly [PanelTab, string, ReactNode])[] = [
    ['info', text('shell.tabInfo'), null],
    ['checks', text('shell.tabChecks'), <FindingBadge key="findings" />],
    ['comments', text('shell.tabComments'), comments > 0 && <span className="badge badge-quiet">{comments}</span>],
    ['history', text('shell.tabHistory'), null],
    ['pictures', text('shell.tabPictures'), null],
  ];

  return (
    <aside className={wide ? 'panel' : 'panel panel-over'} aria-label={text('shell.sidePanel')}>
      {!wide && <FocusBack />}
      <div className="panel-tabs">
        <TabList
          aria-label={text('shell.sidePanel')}
          selectedValue={tab}
          onTabSelect={(_event, data) => {
            const chosen = tabs.find(([value]) => value === data.value)?.[0];
            if (chosen) changeShell({ tab: chosen });
          }}
        >
          {tabs.map(([value, label, badge]) => (
            <Tab key={value} value={value} id={`${id}-${value}`} aria-controls={`${id}-body`}>
              {label}
              {badge}
            </Tab>
          ))}
        </TabList>
        {!wide && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Dismiss16Regular />}
            aria-label={text('shell.closePanel')}
            onClick={() => changeShell({ panelOpen: false })}
          />
        )}
      </div>
      <div
        ref={body}
        className="panel-body"
        role="tabpanel"
        id={`${id}-body`}
        aria-labelledby={`${id}-${drawnTab}`}
        tabIndex={-1}
      >
        {opened === null && <Empty title={text('shell.noDraft')} />}
        {opened !== null && isDrawn && <PanelBody tab={drawnTab} opened={opened} state={state} person={person} />}
      </div>
    </aside>
  );
}

interface PanelBodyProps {
  readonly tab: PanelTab;
  readonly opened: OpenDraft;
  readonly state: AppState;
  readonly person: Person;
}

const PanelBody = memo(function PanelBody({ tab, opened, state, person }: PanelBodyProps) {
  const { profile } = state;
  const { summary } = opened;
  const { language } = state.settings;
  const readOnly = lockOf(summary) !== undefined;
  switch (tab) {
    case 'info': {
      const publish = (
        <PublishCard
          state={state}
          person={person}
          opened={opened}
          onPortalSettings={() => changeShell({ dialog: 'settings' })}
          onPreview={() => changeShell({ dialog: 'preview' })}
          onChecklist={() => changeShell({ dialog: 'checklist' })}
        />
      );
      const ready = summary.state === 'signed-off' || summary.state === 'published';
      return (
        <>
          <AmendCard key={`amend-${summary.id}`} opened={opened} mayAmend={mayAmend(profile, person)} />
          <ReviewCard opened={opened} person={person} profile={profile} />
          {ready && publish}
          <MetadataPanel key={summary.id} profile={profile} readOnly={readOnly} />
          <AttachmentsCard key={`attachments-${summary.id}`} profile={profile} readOnly={readOnly} />
          <ReviewFileCard draftId={summary.id} onOpenFile={(file) => void incoming().openReviewFile(file)} />
          <WordCard key={`word-${summary.id}`} draftId={summary.id} />
          <TargetsCard key={`targets-${summary.id}`} draftId={summary.id} />
          {!ready && publish}
        </>
      );
    }
    case 'checks':
      return (
        <>
          <ReviewSteps opened={opened} />
          <ChecksPanel readOnly={readOnly} />
        </>
      );
    case 'comments':
      return <CommentsPanel opened={opened} person={person} language={language} />;
    case 'history':
      return <HistoryPanel opened={opened} profile={profile} language={language} readOnly={readOnly} />;
    case 'pictures':
      return <PicturesPanel readOnly={readOnly} />;
  }
});

function mayAmend(profile: AppState['profile'], { role }: Person): boolean {
  return roleMay(profile, role, 'write') || roleMay(profile, role, 'export');
}
