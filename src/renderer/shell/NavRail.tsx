import { Button, Tooltip } from '@fluentui/react-components';
import { Add20Regular, Navigation20Regular } from '@fluentui/react-icons';
import { filterIcons } from '#renderer/features/drafts/filter-icons.tsx';
import { useDraftList } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { useBeginLock } from '#renderer/session/begin-lock.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { changeList, useListRequest } from '#renderer/session/list-state.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { draftFilters } from '#shared/ipc/channels/draft.ts';
import { changeShell, useShell } from './shell-state.ts';

/** What the list folds to where there is no room for it. */
export function NavRail() {
  const text = useText();
  const request = useListRequest();
  const { filter } = request;
  const open = useShell((shell) => shell.listOpen);
  const { data } = useDraftList(request);
  const counts = data?.pages[0]?.counts;
  const lock = useBeginLock();
  const toggle = text(open ? 'shell.closeList' : 'shell.openList');

  return (
    <nav className="rail" aria-label={text('shell.navigation')}>
      <Tooltip content={toggle} relationship="label" positioning="after">
        <Button
          appearance="subtle"
          icon={<Navigation20Regular />}
          aria-expanded={open}
          onClick={() => changeShell({ listOpen: !open })}
        />
      </Tooltip>
      <Tooltip
        content={lock ? `${text('drafts.new')}：${text(lock)}` : text('drafts.new')}
        relationship="label"
        positioning="after"
      >
        <Button
          appearance="primary"
          icon={<Add20Regular />}
          disabledFocusable={lock !== undefined}
          onClick={() => void attempt(() => draftActs().create())}
        />
      </Tooltip>
      {draftFilters.map((id) => {
        const Icon = filterIcons[id];
        const count = counts?.[id] ?? 0;
        const label = text(`drafts.filter.${id}`);
        return (
          <span className="rail-item" key={id}>
            <Tooltip content={count > 0 ? `${label} ${count}` : label} relationship="label" positioning="after">
              <Button
                appearance="subtle"
                icon={<Icon />}
                aria-pressed={open && filter === id}
                onClick={() => {
                  changeList({ filter: id });
                  changeShell({ listOpen: true });
                }}
              />
            </Tooltip>
            {count > 0 && id !== 'published' && id !== 'trash' && (
              <span className="rail-count" aria-hidden="true">
                {count}
              </span>
            )}
          </span>
        );
      })}
    </nav>
  );
}
