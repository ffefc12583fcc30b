import { $isTableSelection } from '@lexical/table';
import type { LexicalEditor } from 'lexical';
import {
  $addUpdateTag,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { pasteForeign, type PasteReader } from '../paste/paste-foreign.ts';
import { readTransfer } from '../paste/transfer.ts';
import { writeTransfer } from '../paste/write-transfer.ts';
import { $readBlocks } from '../serialize/read-document.ts';
import { $removeSelectedUnits } from './block-units.ts';
import { registerWordDrags } from './drag-words.ts';
import type { Hints } from './hints.ts';
import { $insertBlocks } from './insert-blocks.ts';
import { $insertPictures } from './offer-group.ts';
import { registerPastePlaces } from './paste-place.ts';
import { bringsFiles } from './picture-drops.ts';
import { $enterAt } from './point-place.ts';
import { $clearCells } from './replace-table.ts';
import { $removeWords } from './block-range.ts';

export interface ClipboardOptions extends Omit<PasteReader, 'insertPictures'> {
  /** What people read where a paste is still on its way. */
  readonly pastingLabel: () => string;
  readonly hints: Hints;
  /** Begins to take pictures in; answers the names under which they stand. */
  readonly begin: (files: readonly File[]) => readonly string[];
}

/**
 * Copy, cut, paste and drop are ours alone, before anything of Lexical's: what another program wrote is read by the main
 * process and comes back as blocks, pictures are begun to be taken in. Nothing remote is ever fetched.
 */
export function registerClipboard(editor: LexicalEditor, options: ClipboardOptions): () => void {
  let isPlainAsked = false;
  const places = registerPastePlaces(editor);
  const insert = (data: DataTransfer, isPlain: boolean): void => {
    $addUpdateTag(PASTE_TAG);
    const incoming = readTransfer(data, options.marks(), isPlain);
    if (incoming.kind === 'blocks') {
      $insertBlocks(incoming.blocks);
      if (incoming.report?.notes.length) options.onPasted({ kind: 'read', report: incoming.report });
      return;
    }
    if (incoming.kind === 'files') return $insertPictures(editor, options.begin(incoming.files), options.hints);
    const place = places.$open(options.pastingLabel());
    const reader: PasteReader = {
      ...options,
      insertPictures: (files) =>
        editor.update(() => $insertPictures(editor, options.begin(files), options.hints), { tag: PASTE_TAG }),
    };
    if (place !== null) void pasteForeign(place, incoming.parts, reader);
  };
  return mergeRegister(
    places.dispose,
    registerWordDrags(editor, (data) => $writeSelected(data, options.marks())),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const letter = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
        isPlainAsked = event.shiftKey && letter === 'v';
        // With a unit or cells selected Lexical would copy by a detour; the browser's own event comes by `forwardFromPage`.
        return (letter === 'c' || letter === 'x') && !$isRangeSelection($getSelection());
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault();
        const isPlain = isPlainAsked;
        isPlainAsked = false;
        if (event instanceof ClipboardEvent && event.clipboardData) insert(event.clipboardData, isPlain);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        // `picture-drops.ts` and the figures' views know where pictures go, the window what becomes of folders.
        if (bringsFiles(event.dataTransfer)) return true;
        event.preventDefault();
        if (!editor.isEditable() || !event.dataTransfer) return true;
        $enterAt(event.clientX, event.clientY);
        insert(event.dataTransfer, false);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // Whatever else is dragged inside the sheet would go around our own paste.
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    forwardFromPage(editor),
    editor.registerCommand(COPY_COMMAND, (event) => $copy(event, options.marks()), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!$copy(event, options.marks())) return false;
        $addUpdateTag(CUT_TAG);
        const selection = $getSelection();
        if ($isNodeSelection(selection)) $removeSelectedUnits(selection);
        else if ($isTableSelection(selection)) $clearCells(selection);
        else if ($isRangeSelection(selection)) $removeWords(selection);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** With no caret in the page, clipboard events go to the body though the sheet has the focus: they are meant for it. */
function forwardFromPage(editor: LexicalEditor): () => void {
  const forward = (event: ClipboardEvent): void => {
    const root = editor.getRootElement();
    if (event.defaultPrevented || root === null || document.activeElement !== root) return;
    if (event.target instanceof Node && root.contains(event.target)) return;
    if (event.type === 'copy') editor.dispatchCommand(COPY_COMMAND, event);
    else if (event.type === 'cut') editor.dispatchCommand(CUT_COMMAND, event);
    else if (editor.isEditable()) editor.dispatchCommand(PASTE_COMMAND, event);
  };
  const names = ['copy', 'cut', 'paste'] as const;
  for (const name of names) document.addEventListener(name, forward);
  return () => {
    for (const name of names) document.removeEventListener(name, forward);
  };
}

function $copy(event: ClipboardEvent | KeyboardEvent | null, marks: CaptionMarks): boolean {
  const selection = $getSelection();
  if (selection === null || ($isRangeSelection(selection) && selection.isCollapsed())) return true;
  if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return false;
  event.preventDefault();
  $writeSelected(event.clipboardData, marks);
  return true;
}

function $writeSelected(data: DataTransfer, marks: CaptionMarks): void {
  const selection = $getSelection();
  if (selection === null) return;
  const tops = new Map(
    selection.getNodes().flatMap((node) => {
      const top = $topBlock(node);
      return top === null ? [] : [[top.getKey(), top] as const];
    }),
  );
  writeTransfer(data, $readBlocks([...tops.values()], selection), marks);
}
