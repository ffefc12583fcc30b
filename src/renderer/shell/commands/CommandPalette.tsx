import { DialogSurface, Input } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { useId, useLayoutEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { matchEntries } from '#renderer/editor/quick-insert/match-entries.ts';
import { usePinyin } from '#renderer/editor/quick-insert/use-pinyin.ts';
import { useText } from '#renderer/i18n/text.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import { Keys } from './Keys.tsx';
import { runnableNow } from './registry.ts';
import './commands.css';

/** Ctrl+Shift+P: every act by its name, in Chinese, pinyin or initials. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [offered] = useState(runnableNow);
  const said = usePinyin(
    useMemo(() => offered.map(({ words }) => text(words)), [offered, text]),
    true,
  );

  const matches = useMemo(() => {
    const entries = offered.map((command) => {
      const label = text(command.words);
      const aliases = (command.aliases ?? []).map((alias) => alias.toLowerCase());
      return { command, label, pinyin: said.get(label) ?? [], aliases };
    });
    return matchEntries(query, entries).map(({ command }) => command);
  }, [offered, query, said, text]);
  const chosen = matches[Math.min(active, matches.length - 1)];
  const optionId = (name: string) => `${id}-${name}`;
  useLayoutEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  /** What is chosen acts where the focus was: after the palette has given it back. */
  const run = (command: (typeof matches)[number]) => {
    onClose();
    requestAnimationFrame(() => requestAnimationFrame(() => command.run()));
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && matches.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, matches.length - 1) + step + matches.length) % matches.length);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface className="palette" aria-label={text('commands.title')}>
        <Input
          className="palette-field"
          appearance="filled-lighter"
          autoFocus
          value={query}
          placeholder={text('commands.placeholder')}
          aria-label={text('commands.placeholder')}
          contentBefore={<Search16Regular />}
          input={{
            role: 'combobox',
            'aria-expanded': true,
            'aria-controls': id,
            'aria-activedescendant': chosen ? optionId(chosen.id) : undefined,
          }}
          onChange={(_event, data) => {
            setQuery(data.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
        {matches.length === 0 && <p className="dim palette-none">{text('commands.none')}</p>}
        <ul id={id} role="listbox" aria-label={text('commands.title')} className="palette-list" tabIndex={-1}>
          {matches.map((command) => (
            <li
              key={command.id}
              id={optionId(command.id)}
              role="option"
              aria-selected={command === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => run(command)}
            >
              <span className="palette-words">{text(command.words)}</span>
              {command.keys !== undefined && <Keys keys={command.keys} />}
            </li>
          ))}
        </ul>
      </DialogSurface>
    </ShownDialog>
  );
}
