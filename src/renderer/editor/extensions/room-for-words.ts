import { $isTableSelection } from '@lexical/table';
import type { BaseSelection, ElementNode, LexicalEditor } from 'lexical';
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_END_COMMAND,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  mergeRegister,
  RootNode,
} from 'lexical';
import { $cellAt, $tableOf } from '../nodes/table-place.ts';
import { compositionStart } from './block-range.ts';
import { $paragraphBeside, $selectedUnit } from './block-units.ts';
import { $selectedArea } from './insert-at-cell.ts';

/** A place for words where there was none. */
interface Room {
  /** A paragraph that was made for them, or a cell. */
  readonly place: ElementNode;
  readonly isMade: boolean;
  /** What stood there before. */
  readonly words: string;
  /** What was selected before. */
  readonly selection: BaseSelection;
}

/**
 * Words that come without a key while a block or cells are selected as such: of an input method, or chosen from a panel.
 * Lexical and the browser would look for a caret; there is none in the page, and they would find the document's first words.
 */
export function registerRoomForWords(editor: LexicalEditor): () => void {
  let composing: Room | null = null;
  let hasLetters = false;
  let cancelled: Room | null = null;
  // With the first letters Chromium puts the caret where it would be if they stood where it made one up before.
  const placeCaret = (): void => {
    if (composing === null || hasLetters) return;
    hasLetters = true;
    const { place } = composing;
    editor.update(() => place.selectEnd(), { discrete: true });
  };
  return mergeRegister(
    editor.registerRootListener((root) => {
      root?.addEventListener('input', placeCaret);
      return () => root?.removeEventListener('input', placeCaret);
    }),
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        composing = $makeRoom();
        hasLetters = false;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // What Lexical inserts for the input method to write in. Where the page has no caret, its tables take the place that
    // Chromium makes up for one, and would put the words beside the table.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (inserted) => {
        const selection = $getSelection();
        if (composing === null || inserted !== compositionStart || selection === null) return false;
        selection.insertText(inserted);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      COMPOSITION_END_COMMAND,
      ({ data }) => {
        cancelled = data === '' ? composing : null;
        composing = null;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // In the same update, after Lexical has taken the letters away: for the history nothing has been.
    editor.registerNodeTransform(RootNode, () => {
      // When the first letter is the last that goes, Lexical holds the composition for ended before the end is told.
      if (composing !== null && hasLetters && !editor.isComposing() && $isAsBefore(composing)) {
        cancelled = composing;
        composing = null;
      }
      const room = cancelled;
      cancelled = null;
      if (room !== null) $giveBack(room);
    }),
    editor.registerCommand(BEFORE_INPUT_COMMAND, $insertWords, COMMAND_PRIORITY_CRITICAL),
  );
}

/** False where the selection is one of words: those have a place. */
export function $typeInRoom(words: string): boolean {
  if ($makeRoom() === null) return false;
  $getSelection()?.insertText(words);
  return true;
}

function $insertWords(event: InputEvent): boolean {
  if (event.inputType !== 'insertText' || event.data === null || !$typeInRoom(event.data)) return false;
  event.preventDefault();
  return true;
}

/**
 * Puts the caret where words go that are written while there is none: into a paragraph of their own after a selected block,
 * behind the words of the first selected cell. Null where the selection is another one.
 */
function $makeRoom(): Room | null {
  const selection = $getSelection()?.clone();
  if (!selection) return null;
  const unit = $selectedUnit();
  if (unit !== null) {
    return { place: $paragraphBeside(unit, 'after'), isMade: true, words: '', selection };
  }
  const table = $isTableSelection(selection) ? $tableOf(selection.anchor.getNode()) : null;
  const area = $selectedArea();
  const place = table && area && $cellAt(table, area.top, area.left);
  place?.selectEnd();
  return place ? { place, isMade: false, words: place.getTextContent(), selection } : null;
}

function $isAsBefore({ place, words }: Room): boolean {
  return place.isAttached() && place.getTextContent() === words;
}

/**
 * A composition that was cancelled needed no room: all is as it was before. Lexical may take the letters away only later, when the
 * room has gone by other ways or the caret is elsewhere: that one stays where it is.
 */
function $giveBack({ place, isMade, selection }: Room): void {
  if (!place.isAttached() || (isMade && place.getTextContent() !== '')) return;
  const present = $getSelection();
  const isInside =
    $isRangeSelection(present) && present.getNodes().every((node) => place.is(node) || place.isParentOf(node));
  if (isMade) place.remove();
  if (isInside) $setSelection(selection);
}
