import { create } from 'zustand';
import type { PicturePlace } from '#shared/document/picture-rows.ts';

/** A picture of the sheet that is being cropped and turned. */
export interface EditedPlace extends PicturePlace {
  readonly asset: string;
}

interface PictureDialogs {
  /** The table of all pictures; it waits behind the picture that is being edited. */
  readonly table: boolean;
  readonly editing: EditedPlace | null;
}

export const usePictureDialogs = create<PictureDialogs>(() => ({ table: false, editing: null }));

export function editPicture(editing: EditedPlace): void {
  usePictureDialogs.setState({ editing });
}

export function showPictureTable(): void {
  usePictureDialogs.setState({ table: true });
}
