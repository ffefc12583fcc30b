import type { ReactElement } from 'react';
import type { FormatState } from '../document-editor-props.ts';

/** One act of the toolbar: a button while there is room, a line of the ⋯ menu where there is not. */
export interface ToolbarAct {
  readonly id: string;
  readonly label: string;
  /** Shortcut as people write it. */
  readonly keys?: string;
  /** Says more than the label, in the tooltip. */
  readonly hint?: string;
  readonly icon?: ReactElement;
  /** Set for toggles only: whether it holds for what is selected. */
  readonly isOn?: FormatState;
  readonly isOff: boolean;
  /** Shows its label beside the icon. */
  readonly hasWords?: boolean;
  readonly run: () => void;
}

export function actTooltip(act: ToolbarAct): string {
  return act.hint ?? (act.keys === undefined ? act.label : `${act.label}（${act.keys}）`);
}
