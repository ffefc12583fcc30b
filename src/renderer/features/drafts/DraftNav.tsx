import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Add16Regular, DocumentArrowLeft16Regular, MoreHorizontal16Regular } from '@fluentui/react-icons';
import { useRef, type ReactNode } from 'react';
import { prefetchDraftList, useDraftList } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { useBeginLock } from '#renderer/session/begin-lock.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { incoming } from '#renderer/session/incoming-files.ts';
import { changeList, showFilter, useListRequest } from '#renderer/session/list-state.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { grouped } from '#renderer/ui/format.ts';
import { ReasonButton } from '#renderer/ui/ReasonButton.tsx';
import { draftFilters } from '#shared/ipc/channels/draft.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { Language } from '#shared/model/settings.ts';
import type { SearchHit } from '#shared/search/search-hit.ts';
import { DraftList } from './DraftList.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import './draft-nav.css';

export interface DraftNavProps {
  readonly profile: BureauProfile;
  readonly language: Language;
  /** A person's own searches, below the filters. */
  readonly savedSearches: ReactNode;
  /** Stands between the heading and the list while there is a search. */
  readonly queryLine: ReactNode;
  /** A draft was chosen: where the list lies over the sheet, it can go. */
  readonly onOpened: () => void;
  /** A draft was opened that the search found: leads to the words. */
  readonly onHit: (hit: SearchHit) => void;
}

/** New draft, the filters with their counts, and the list of one of them. */
export function DraftNav({ profile, language, savedSearches, queryLine, onOpened, onHit }: DraftNavProps) {
  const text = useText();
  const request = useListRequest();
  const { filter, query } = request;
  const { data } = useDraftList(request);
  const counts = data?.pages[0]?.counts;
  const lock = useBeginLock();
  const reason = lock && text(lock);

  const create = () =>
    attempt(async () => {
      await draftActs().create();
      showFilter('mine');
      onOpened();
    });

  return (
    <>
      <div className="nav-acts">
        <ReasonButton
          appearance="primary"
          className="nav-new"
          icon={<Add16Regular />}
          reason={reason}
          onClick={() => void create()}
        >
          {text('drafts.new')}
        </ReasonButton>
        <ImportMenu reason={reason} isReading={lock === 'rescue.readOnly'} onOpened={onOpened} />
      </div>
      <ul className="filters" aria-label={text('drafts.filterLabel')}>
        {draftFilters.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="filter"
              aria-current={filter === id ? 'true' : undefined}
              onPointerEnter={() => prefetchDraftList({ ...request, filter: id })}
              onFocus={() => prefetchDraftList({ ...request, filter: id })}
              onClick={() => changeList({ filter: id })}
            >
              <span>{text(`drafts.filter.${id}`)}</span>
              <span className="numeric">{counts?.[id] ? grouped(counts[id]) : ''}</span>
            </button>
          </li>
        ))}
      </ul>
      {savedSearches}
      <div className="list-head">
        <h2 className="list-title">
          {query === '' ? text(`drafts.heading.${filter}`) : text('drafts.results', { query })}
        </h2>
        <ViewMenu />
      </div>
      {queryLine}
      <DraftList request={request} profile={profile} language={language} onOpened={onOpened} onHit={onHit} />
    </>
  );
}

interface ImportMenuProps {
  /** Why no draft can be brought in. */
  readonly reason: string | undefined;
  /** Nothing can be: not even what others have written about drafts that are here. */
  readonly isReading: boolean;
  readonly onOpened: () => void;
}

function ImportMenu({ reason, isReading, onOpened }: ImportMenuProps) {
  const text = useText();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const reviewFile = useRef<HTMLInputElement>(null);
  const exchangeFile = useRef<HTMLInputElement>(null);

  const take = (input: HTMLInputElement, run: (files: readonly File[]) => void) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    if (chosen.length === 0) return;
    onOpened();
    run(chosen);
  };

  return (
    <>
      <ReasonButton
        className="nav-import"
        icon={<DocumentArrowLeft16Regular />}
        reason={reason}
        onClick={() => files.current?.click()}
      >
        {text('drafts.importFiles')}
      </ReasonButton>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontal16Regular />} aria-label={text('drafts.moreActs')} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem disabled={reason !== undefined} onClick={() => folder.current?.click()}>
              {text('drafts.importFolder')}
            </MenuItem>
            <MenuItem disabled={isReading} onClick={() => reviewFile.current?.click()}>
              {text('drafts.openReviewFile')}
            </MenuItem>
            <MenuItem disabled={isReading} onClick={() => exchangeFile.current?.click()}>
              {text('exchange.import')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept=".docx,.docm,.html,.htm,.mht,.mhtml,.eml,.txt,.md,.csv,.rtf,.zip,.doc,.wps,.pdf,.ofd,.xls,.xlsx,image/*,.heic,.heif"
        aria-label={text('drafts.importFiles')}
        onChange={(event) => take(event.target, (chosen) => void incoming().importFiles(chosen))}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label={text('drafts.importFolder')}
        onChange={(event) => take(event.target, (chosen) => void incoming().importFiles(chosen))}
      />
      <input
        ref={reviewFile}
        type="file"
        hidden
        accept=".zip"
        aria-label={text('drafts.openReviewFile')}
        onChange={(event) => take(event.target, ([file]) => file && void incoming().openReviewFile(file))}
      />
      <input
        ref={exchangeFile}
        type="file"
        hidden
        accept=".zip"
        aria-label={text('exchange.import')}
        onChange={(event) => take(event.target, ([file]) => file && void incoming().importDrafts(file))}
      />
    </>
  );
}
