import { Checkbox, Popover, PopoverSurface, PopoverTrigger, ToolbarButton } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import { useEditorText } from '../use-editor-text.ts';

interface TableButtonProps {
  readonly disabled: boolean;
  readonly insertTable: (rows: number, columns: number, header: boolean) => void;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

const largest: Size = { rows: 8, columns: 8 };
const smallest: Size = { rows: 1, columns: 1 };
const sizes = Array.from({ length: largest.rows * largest.columns }, (_none, index): Size => ({
  rows: Math.floor(index / largest.columns) + 1,
  columns: (index % largest.columns) + 1,
}));
const steps: Readonly<Partial<Record<string, Size>>> = {
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
};

/** Inserts a table of the size that is pointed at, or walked to with the arrows. */
export function TableButton({ disabled, insertTable }: TableButtonProps): ReactElement {
  const text = useEditorText();
  const [isOpen, setOpen] = useState(false);
  const [size, setSize] = useState(smallest);
  const [header, setHeader] = useState(true);
  const grid = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const rows = Math.min(Math.max(size.rows + by.rows, 1), largest.rows);
    const columns = Math.min(Math.max(size.columns + by.columns, 1), largest.columns);
    setSize({ rows, columns });
    const place = grid.current?.children[(rows - 1) * largest.columns + columns - 1];
    if (place instanceof HTMLElement) place.focus();
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={(_event, data) => {
        setSize(smallest);
        setOpen(data.open);
      }}
      trapFocus
      positioning="below-start"
    >
      <PopoverTrigger disableButtonEnhancement>
        <ToolbarButton
          className="gq-tool"
          aria-label={text('tableInsert')}
          title={text('tableInsert')}
          icon={<TableAddRegular />}
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
        />
      </PopoverTrigger>
      <PopoverSurface aria-label={text('tableInsert')} className="gq-size-form">
        <div ref={grid} className="gq-size-grid" role="group" aria-label={text('tableSizeHint')} onKeyDown={step}>
          {sizes.map((one) => {
            const isCovered = one.rows <= size.rows && one.columns <= size.columns;
            const isLast = one.rows === size.rows && one.columns === size.columns;
            return (
              <button
                key={`${String(one.rows)}-${String(one.columns)}`}
                type="button"
                className={isCovered ? 'gq-size-cell gq-size-on' : 'gq-size-cell'}
                aria-label={text('tableSize', { ...one })}
                tabIndex={isLast ? 0 : -1}
                onMouseEnter={() => setSize(one)}
                onClick={() => {
                  setOpen(false);
                  insertTable(one.rows, one.columns, header);
                }}
              />
            );
          })}
        </div>
        <p className="gq-size-words" aria-hidden>
          {text('tableSize', { ...size })}
        </p>
        <Checkbox
          label={text('tableFirstRow')}
          checked={header}
          onChange={(_event, data) => setHeader(data.checked === true)}
        />
      </PopoverSurface>
    </Popover>
  );
}
