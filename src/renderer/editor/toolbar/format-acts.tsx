import {
  TextBoldRegular,
  TextItalicRegular,
  TextSubscriptRegular,
  TextSuperscriptRegular,
  TextUnderlineRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { TextFormat } from '#shared/document/schema.ts';
import type { ToolbarSelection } from './allowed.ts';
import type { EditorText } from '../use-editor-text.ts';
import type { ToolbarAct } from './toolbar-act.ts';

const icons: Readonly<Record<TextFormat, ReactElement>> = {
  bold: <TextBoldRegular />,
  italic: <TextItalicRegular />,
  underline: <TextUnderlineRegular />,
  subscript: <TextSubscriptRegular />,
  superscript: <TextSuperscriptRegular />,
};

const keys: Readonly<Partial<Record<TextFormat, string>>> = { bold: 'Ctrl+B', italic: 'Ctrl+I', underline: 'Ctrl+U' };

/** A toggle for each of these formats, as the fixed and the floating toolbar show them. */
export function formatActs(
  formats: readonly TextFormat[],
  given: {
    readonly toggle: (format: TextFormat) => void;
    readonly selection: ToolbarSelection | null;
    readonly isOff: boolean;
    readonly text: EditorText;
  },
): readonly ToolbarAct[] {
  const { toggle, selection, isOff, text } = given;
  return formats.map((format) => {
    const key = keys[format];
    return {
      id: format,
      label: text(format),
      ...(key === undefined ? {} : { keys: key }),
      icon: icons[format],
      isOn: !isOff && (selection?.formats[format] ?? false),
      isOff,
      run: () => toggle(format),
    };
  });
}
