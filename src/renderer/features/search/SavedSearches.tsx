import {
  Button,
  Input,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular, Search16Regular } from '@fluentui/react-icons';
import { useState, type KeyboardEvent } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { takeSavedSearch, useListRequest } from '#renderer/session/list-state.ts';
import { changeListView, useListView } from '#renderer/session/list-view.ts';
import { moveSearch, renameSearch, withSearch, type SavedSearch } from '#shared/model/list-view.ts';
import './search.css';

/** A person's own searches below the filters; those that are not pinned lie in a fold. */
export function SavedSearches() {
  const text = useText();
  const { searches } = useListView();
  const [unfolded, setUnfolded] = useState(false);
  if (searches.length === 0) return null;
  const others = searches.filter(({ pinned }) => !pinned);
  const shown = [...searches.filter(({ pinned }) => pinned), ...(unfolded ? others : [])];
  return (
    <section className="saved-searches" aria-label={text('search.saved')}>
      <ul className="filters">
        {shown.map((search) => (
          <li key={search.name}>
            <SavedSearchLine search={search} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <button type="button" className="filter faint" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          <span className="saved-name">
            {unfolded ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
            {text('search.savedOthers')}
          </span>
          <span className="numeric">{others.length}</span>
        </button>
      )}
    </section>
  );
}

function SavedSearchLine({ search }: { readonly search: SavedSearch }) {
  const text = useText();
  const { query } = useListRequest();
  const [renaming, setRenaming] = useState(false);
  const { name, pinned } = search;
  const move = (step: -1 | 1) =>
    void changeListView(({ searches }) => ({ searches: moveSearch(searches, name, step) }));
  const pin = () =>
    void changeListView(({ searches }) => ({
      searches: searches.map((one) => (one.name === name ? { ...one, pinned: !pinned } : one)),
    }));
  const remove = () =>
    void changeListView(({ searches }) => ({ searches: searches.filter((one) => one.name !== name) }));
  const rename = (wanted: string) => {
    setRenaming(false);
    void changeListView(({ searches }) => ({ searches: renameSearch(searches, name, wanted) }));
  };
  if (renaming) return <NameField value={name} onName={rename} onCancel={() => setRenaming(false)} />;
  return (
    <Menu openOnContext>
      <MenuTrigger disableButtonEnhancement>
        <button
          type="button"
          className="filter"
          title={search.query}
          aria-current={query === search.query ? 'true' : undefined}
          onClick={() => takeSavedSearch(search)}
          onKeyDown={(event) => {
            const act = { F2: () => setRenaming(true), Delete: remove }[event.key];
            if (!act) return;
            event.preventDefault();
            act();
          }}
        >
          <span className="saved-name">
            <Search16Regular />
            <span>{name}</span>
          </span>
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => takeSavedSearch(search)}>{text('search.savedOpen')}</MenuItem>
          <MenuItem secondaryContent="F2" onClick={() => setRenaming(true)}>
            {text('search.savedRename')}
          </MenuItem>
          <MenuItem onClick={pin}>{text(pinned ? 'search.savedUnpin' : 'search.savedPin')}</MenuItem>
          <MenuItem onClick={() => move(-1)}>{text('search.savedUp')}</MenuItem>
          <MenuItem onClick={() => move(1)}>{text('search.savedDown')}</MenuItem>
          <MenuDivider />
          <MenuItem secondaryContent="Delete" onClick={remove}>
            {text('search.savedDelete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Keeps the present search under a name. */
export function SaveSearch({ query, earlier }: { readonly query: string; readonly earlier: boolean }) {
  const text = useText();
  const { searches } = useListView();
  const [naming, setNaming] = useState(false);
  if (searches.some((search) => search.query === query && search.earlier === earlier)) return null;
  if (!naming) {
    return (
      <Button className="query-save" appearance="transparent" size="small" onClick={() => setNaming(true)}>
        {text('search.save')}
      </Button>
    );
  }
  const keep = (name: string) => {
    setNaming(false);
    if (name.trim() === '') return;
    const search = { name: name.trim(), query, earlier, pinned: true };
    void changeListView((view) => ({ searches: withSearch(view.searches, search) }));
  };
  return <NameField value={query.slice(0, longestName)} onName={keep} onCancel={() => setNaming(false)} />;
}

const longestName = 40;

function NameField(props: {
  readonly value: string;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const text = useText();
  const [name, setName] = useState(props.value);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') props.onName(name);
    else if (event.key === 'Escape') props.onCancel();
    else return;
    event.preventDefault();
  };
  return (
    <Input
      className="saved-field"
      size="small"
      value={name}
      maxLength={longestName}
      aria-label={text('search.savedName')}
      input={{ autoFocus: true, onFocus: (event) => event.target.select() }}
      onChange={(_event, data) => setName(data.value)}
      onKeyDown={press}
      onBlur={props.onCancel}
    />
  );
}
