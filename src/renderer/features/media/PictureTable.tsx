import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import { pictureRows, type PictureRow } from '#shared/document/picture-rows.ts';
import { PictureBatch } from './PictureBatch.tsx';
import { PictureTableRow } from './PictureTableRow.tsx';
import { usePictureNotes } from './use-picture-notes.ts';
import './picture-table.css';

/** A row's name among the others, as long as pictures neither come nor go. */
function nameOf({ block, index }: PictureRow): string {
  return `${String(block)}.${String(index)}`;
}

export interface PictureTableProps {
  readonly readOnly: boolean;
  readonly onClose: () => void;
  /** A dialog over it. */
  readonly children: ReactNode;
}

/**
 * All pictures of the draft with what is said of each, to be filled in one go. Tab runs through the fields, Enter goes to
 * the same field of the next picture. What is typed goes to the sheet when a field is left, each as one undo step.
 */
export function PictureTable({ readOnly, onClose, children }: PictureTableProps) {
  const text = useText();
  const document = useDraftSession((session) => session.document);
  const assets = useDraftSession((session) => session.assets);
  const canUndo = useDraftSession((session) => session.selection?.canUndo ?? false);
  const notes = usePictureNotes();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = document ? pictureRows(document) : [];
  const chosenRows = rows.filter((row) => chosen.has(nameOf(row)));
  const close = () => {
    // What is being typed goes to the sheet first.
    if (globalThis.document.activeElement instanceof HTMLElement) globalThis.document.activeElement.blur();
    onClose();
  };
  const choose = (row: PictureRow, on: boolean) =>
    setChosen((now) => new Set(on ? [...now, nameOf(row)] : [...now].filter((name) => name !== nameOf(row))));
  const all = rows.length > 0 && chosenRows.length === rows.length;

  return (
    <ShownDialog onClose={close}>
      <DialogSurface className="picture-table-dialog">
        <DialogBody className="picture-table-body">
          <DialogTitle>{text('pictures.tableTitle', { count: rows.length })}</DialogTitle>
          <DialogContent className="picture-table-content">
            {rows.length === 0 ? (
              <Empty title={text('media.empty')} hint={text('media.emptyHint')} />
            ) : (
              <table className="picture-table" aria-label={text('media.table')}>
                <thead>
                  <tr>
                    <th className="picture-table-choose">
                      <Checkbox
                        aria-label={text('pictures.chooseAll')}
                        checked={all ? true : chosenRows.length > 0 ? 'mixed' : false}
                        disabled={readOnly}
                        onChange={() => setChosen(new Set(all ? [] : rows.map(nameOf)))}
                      />
                    </th>
                    <th className="picture-table-thumb">{text('pictures.picture')}</th>
                    <th>{text('pictures.caption')}</th>
                    <th className="picture-table-credit">{text('media.credit')}</th>
                    <th>{text('media.alt')}</th>
                    <th className="picture-table-facts">{text('pictures.facts')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <PictureTableRow
                      key={nameOf(row)}
                      row={row}
                      asset={row.picture.asset === null ? undefined : assets.get(row.picture.asset)}
                      notes={row.picture.asset === null ? [] : (notes.get(row.picture.asset) ?? [])}
                      chosen={chosen.has(nameOf(row))}
                      readOnly={readOnly}
                      onChoose={(on) => choose(row, on)}
                      onReveal={() => {
                        close();
                        draftSession().handle?.reveal({ kind: 'block', block: row.block });
                      }}
                    />
                  ))}
                </tbody>
              </table>
            )}
          </DialogContent>
          <DialogActions className="picture-table-actions">
            {!readOnly && rows.length > 0 && <PictureBatch rows={chosenRows} />}
            <Button disabled={readOnly || !canUndo} onClick={() => draftActs().undo()}>
              {text('common.undo')}
            </Button>
            <Button appearance="primary" onClick={close}>
              {text('pictures.done')}
            </Button>
          </DialogActions>
        </DialogBody>
        {children}
      </DialogSurface>
    </ShownDialog>
  );
}
