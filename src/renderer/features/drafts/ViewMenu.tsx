import {
  MenuButton,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { changeList, useListState } from '#renderer/session/list-state.ts';
import { changeListView, useListView } from '#renderer/session/list-view.ts';
import { draftSortSchema } from '#shared/ipc/channels/draft.ts';
import { lineFacts, lineFactSchema } from '#shared/model/list-view.ts';

/** In which order the list stands, what its lines say, and how close they are. */
export function ViewMenu() {
  const text = useText();
  const { sort, reversed } = useListState();
  const { facts, compact } = useListView();
  const checked = {
    sort: [sort],
    way: reversed ? ['reversed'] : [],
    facts: [...facts],
    density: compact ? ['compact'] : [],
  };

  const choose = (name: string, items: readonly string[]) => {
    if (name === 'sort') changeList({ sort: draftSortSchema.catch(sort).parse(items[0]) });
    else if (name === 'way') changeList({ reversed: items.length > 0 });
    else if (name === 'facts') void changeListView(() => ({ facts: lineFactSchema.array().parse(items) }));
    else void changeListView(() => ({ compact: items.length > 0 }));
  };

  return (
    <Menu checkedValues={checked} onCheckedValueChange={(_event, { name, checkedItems }) => choose(name, checkedItems)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="transparent"
          size="small"
          className="sort"
          aria-label={`${text('drafts.sortLabel')}：${text(`drafts.sort.${sort}`)}`}
        >
          {text(`drafts.sort.${sort}`)}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {draftSortSchema.options.map((id) => (
            <MenuItemRadio key={id} name="sort" value={id}>
              {text(`drafts.sort.${id}`)}
            </MenuItemRadio>
          ))}
          <MenuItemCheckbox name="way" value="reversed">
            {text('drafts.reversed')}
          </MenuItemCheckbox>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{text('drafts.factsLabel')}</MenuGroupHeader>
            {lineFacts.map((fact) => (
              <MenuItemCheckbox key={fact} name="facts" value={fact}>
                {text(`drafts.fact.${fact}`)}
              </MenuItemCheckbox>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItemCheckbox name="density" value="compact">
            {text('drafts.compact')}
          </MenuItemCheckbox>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
