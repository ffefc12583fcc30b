import { CropDialog } from './CropDialog.tsx';
import { usePictureDialogs } from './picture-dialogs.ts';
import { PictureTable } from './PictureTable.tsx';

const closeTable = () => usePictureDialogs.setState({ table: false });
const closeEditor = () => usePictureDialogs.setState({ editing: null });

/**
 * The dialogs about pictures. Over the table the editor is a part of it: two modal dialogs beside each other would hide
 * one another from screen readers.
 */
export function PictureDialogs({ readOnly }: { readonly readOnly: boolean }) {
  const { table, editing } = usePictureDialogs();
  const editor = editing && !readOnly ? <CropDialog place={editing} onClose={closeEditor} /> : null;
  if (!table) return editor;
  return (
    <PictureTable readOnly={readOnly} onClose={closeTable}>
      {editor}
    </PictureTable>
  );
}
