import type { LexicalEditor, UpdateTag } from 'lexical';
import { $getSelection, SELECTION_CHANGE_COMMAND } from 'lexical';

/**
 * An update after which stands exactly what it wrote: no transform tidies it. Lexical tells of a new selection within the
 * update that made it and then runs the transforms over everything that was written, `skipTransforms` or not; so
 * it is made to believe that it has told, and tells afterwards.
 */
export function updateExactly(
  editor: LexicalEditor,
  $change: () => void,
  options: { readonly tag: UpdateTag | UpdateTag[]; readonly onUpdate?: () => void },
): void {
  editor.update(
    () => {
      $change();
      editor._lastNotifiedSelection = $getSelection()?.clone() ?? null;
    },
    {
      discrete: true,
      skipTransforms: true,
      tag: options.tag,
      onUpdate: () => {
        editor.dispatchCommand(SELECTION_CHANGE_COMMAND, undefined);
        options.onUpdate?.();
      },
    },
  );
}
