import { Button, ToggleButton } from '@fluentui/react-components';
import { Dismiss16Regular, Image16Regular, Table16Regular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { entryAt, outlineOf, type OutlineEntry } from '#shared/document/outline.ts';
import { jumpTo, moveBefore, moveSection } from './outline-acts.ts';
import { watchOutlineDrag } from './outline-drag.ts';
import './outline.css';

interface OutlineProps {
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/**
 * The headings of the draft at the left of the sheet, with the caret's place marked. Read from the words as they were last
 * taken for saving, so that a key costs nothing here.
 */
export function Outline({ readOnly, onClose }: OutlineProps) {
  const text = useText();
  const document = useDraftSession((session) => session.document);
  const [withUnits, setWithUnits] = useState(false);
  const aside = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const entries = useMemo(() => (document ? outlineOf(document, withUnits) : []), [document, withUnits]);
  const here = useCaretBlock();
  const current = here === null ? null : entryAt(entries, here);
  /** The entry that the keys are at; the caret's own until somebody walks. */
  const [walked, setWalked] = useState<number | null>(null);
  const at = walked !== null && walked < entries.length ? walked : Math.max(current ? entries.indexOf(current) : 0, 0);

  const focusEntry = (index: number) => {
    setWalked(index);
    const line = list.current?.children[index];
    if (line instanceof HTMLElement) line.focus();
  };
  useEffect(() => {
    // An outline without entries takes the keys itself: Escape leads back from it, too.
    (list.current?.querySelector<HTMLElement>('[tabindex="0"]') ?? aside.current)?.focus();
  }, []);
  const entriesNow = useEffectEvent(() => entries);
  const canDrag = !readOnly && entries.length > 0;
  useEffect(() => {
    if (!canDrag || !list.current) return undefined;
    return watchOutlineDrag(list.current, { entries: () => entriesNow(), onDrop: moveBefore });
  }, [canDrag]);
  const leave = () => {
    onClose();
    draftSession().handle?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
      return;
    }
    const entry = entries[at];
    if (entry === undefined || !(event.target instanceof HTMLElement) || event.target.role !== 'treeitem') return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && event.shiftKey && step !== undefined) {
      event.preventDefault();
      const moved = readOnly ? null : moveSection(entry, step === -1 ? 'up' : 'down');
      const place =
        moved === null ? -1 : outlineOf(moved.document, withUnits).findIndex(({ block }) => block === moved.block);
      if (place !== -1) requestAnimationFrame(() => focusEntry(place));
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const goal = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: entries.length - 1 }[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      focusEntry(Math.min(Math.max(goal, 0), entries.length - 1));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setWalked(null);
      jumpTo(entry);
    }
  };

  return (
    <aside ref={aside} tabIndex={-1} className="outline" aria-label={text('outline.title')} onKeyDown={press}>
      <div className="outline-head">
        <h2>{text('outline.title')}</h2>
        <ToggleButton
          appearance="subtle"
          size="small"
          icon={<Image16Regular />}
          checked={withUnits}
          aria-label={text('outline.withUnits')}
          title={text('outline.withUnits')}
          onClick={() => setWithUnits(!withUnits)}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss16Regular />}
          aria-label={text('outline.close')}
          title={text('outline.close')}
          onClick={leave}
        />
      </div>
      {entries.length === 0 ? (
        <Empty title={text('outline.empty')} hint={text('outline.emptyHint')} />
      ) : (
        <ul ref={list} role="tree" aria-label={text('outline.title')} className="outline-list">
          {entries.map((entry, index) => (
            <li
              // Its block is another one after a move is taken back; the focus stays where it was.
              key={index}
              role="treeitem"
              aria-level={entry.level - 1}
              aria-selected={entry === current}
              aria-current={entry === current ? 'location' : undefined}
              tabIndex={index === at ? 0 : -1}
              data-level={entry.level}
              title={entry.text}
              onClick={() => {
                setWalked(null);
                jumpTo(entry);
              }}
            >
              <EntryWords entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function EntryWords({ entry }: { readonly entry: OutlineEntry }) {
  const text = useText();
  const names = { heading: 'outline.noWords', figure: 'outline.figure', table: 'outline.table' } as const;
  return (
    <>
      {entry.kind === 'figure' && <Image16Regular aria-hidden />}
      {entry.kind === 'table' && <Table16Regular aria-hidden />}
      <span className={entry.text === '' ? 'outline-words dim' : 'outline-words'}>
        {entry.text === '' ? text(names[entry.kind]) : entry.text}
      </span>
    </>
  );
}

/** The block that holds the caret, asked for when the caret goes into another one. */
function useCaretBlock(): number | null {
  // Also when blocks before it come or go.
  const moment = useDraftSession((session) => `${session.selection?.blockKey ?? ''} ${session.statistics.characters}`);
  return useMemo(() => {
    const place = moment === '' ? null : draftSession().handle?.selectedPlace();
    if (!place) return null;
    return place.kind === 'words' ? place.focus.block : (place.blocks[0] ?? null);
  }, [moment]);
}
