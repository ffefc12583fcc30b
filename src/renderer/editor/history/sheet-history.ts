import type { EditorState, LexicalEditor, NodeKey, UpdateListenerPayload } from 'lexical';
import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  CUT_TAG,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_TAG,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { canonicalJson } from '#shared/document/canonical.ts';
import { mapAssets } from '#shared/document/pending-asset.ts';
import type { DraftMetadata } from '#shared/model/draft.ts';
import type { EditHistory, EditStep, MetadataChange, MetadataStep } from '#shared/model/edit-history.ts';
import { emptyHistory, longestHistory } from '#shared/model/edit-history.ts';
import { metadataChange } from '#shared/model/edit-steps.ts';
import { EditLog } from './edit-log.ts';
import type { DocumentReader } from '../serialize/document-reader.ts';
import { splicesBetween } from './read-splices.ts';
import { otherStroke, strokeBetween, strokeInField } from './read-stroke.ts';
import { $readSelection } from './stored-selection.ts';
import { continuesStep, followed, type Stroke } from './strokes.ts';
import { takeStep } from './take-step.ts';

/** What the metadata's owner is told when a step is taken back or done again. */
export interface MetadataReturn {
  readonly fields: Partial<DraftMetadata>;
  /** Whether the step changed nothing but these fields: then they are where the person looks next. */
  readonly alone: boolean;
}

export interface HistoryOptions {
  readonly stored?: EditHistory | undefined;
  readonly onError: (error: Error) => void;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** The one history of a sheet: its text, and the metadata as far as their owner tells of their changes. */
export interface SheetHistory {
  /** Everything up to now, in the form that is stored; what is being typed ends with it. */
  read(): EditHistory;
  recordMetadata(change: MetadataChange, step?: MetadataStep): void;
  /**
   * A picture gets its real name, in the steps as on the sheet: for undo and redo it has had it all along. No step of its
   * own; what is being typed ends with it.
   */
  renameAsset(from: string, to: string): void;
  /** What can be done; later changes are told by Lexical's commands. */
  can(): { readonly canUndo: boolean; readonly canRedo: boolean };
  /** Where metadata go that a step brings back. */
  connect(onMetadata: (back: MetadataReturn) => void): () => void;
  dispose(): void;
}

/** The nodes that updates wrote, while it is not settled yet which step they belong to. */
interface Writing {
  /** The state before the first of them. */
  readonly base: EditorState;
  readonly tops: Set<NodeKey>;
  readonly leaves: Set<NodeKey>;
  readonly beganAt: number;
}

/** A step that is not read yet: it holds two states of the editor. Typing may still go on with the newest. */
interface OpenStep {
  base: EditorState | null;
  last: EditorState | null;
  readonly tops: Set<NodeKey>;
  metadata: MetadataChange | null;
  stroke: Stroke;
  size: number;
  /** Made beside the text: taking it back leaves the caret alone. */
  readonly isAside: boolean;
}

/**
 * Records what changes in the editor as steps in stored form, and answers Lexical's undo and redo commands. A key costs
 * what its own block costs, whatever the length of the document: blocks are read after a step has ended.
 */
export function registerSheetHistory(
  editor: LexicalEditor,
  reader: DocumentReader,
  options: HistoryOptions,
): SheetHistory {
  const now = options.now ?? (() => performance.now());
  const log = new EditLog(options.stored ?? emptyHistory);
  let open: OpenStep | null = null;
  /** Steps that have ended and wait to be read, the oldest first. */
  let ended: OpenStep[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing: Writing | null = null;
  let onMetadata: ((back: MetadataReturn) => void) | null = null;
  const told = { undo: log.canUndo, redo: log.canRedo };

  const canUndo = (): boolean => open !== null || ended.length > 0 || log.canUndo;

  const tell = (): void => {
    const undo = canUndo();
    if (undo !== told.undo) editor.dispatchCommand(CAN_UNDO_COMMAND, (told.undo = undo));
    if (log.canRedo !== told.redo) editor.dispatchCommand(CAN_REDO_COMMAND, (told.redo = log.canRedo));
  };

  /** Reads what ended, now that there is time or that it is asked for. */
  const settle = (): void => {
    clearTimeout(timer);
    const steps = ended;
    ended = [];
    for (const one of steps) {
      const step = stepOf(reader, one);
      if (step) log.push(step);
    }
  };

  /** Nothing goes on with what is open. */
  const end = (): void => {
    if (open) ended.push(open);
    open = null;
  };

  const forget = (): void => {
    open = null;
    ended = [];
    log.clear();
    tell();
  };

  const begin = (step: OpenStep): void => {
    end();
    log.forgetRedo();
    open = step;
    clearTimeout(timer);
    // Finding places in a long document takes longer than a key may.
    if (ended.length >= mostEnded) settle();
    else if (ended.length > 0) timer = setTimeout(settle, settleAfter);
    tell();
  };

  const record = (writing: Writing, state: EditorState, tags: ReadonlySet<string>): void => {
    const when = { beganAt: writing.beganAt, endedAt: now() };
    const [place = ''] = writing.tops;
    const isTree = isTreeWritten(writing, state);
    const isTyping = !ownStep.some((tag) => tags.has(tag)) && !isTree && writing.tops.size === 1;
    const stroke = isTyping ? strokeBetween(writing.base, state, place, writing.leaves, when) : otherStroke(when);
    const isMerged = tags.has(HISTORY_MERGE_TAG) && !tags.has(HISTORY_PUSH_TAG);
    if (open !== null && (isMerged || continuesStep(open.stroke, open.size, stroke))) {
      open.base ??= writing.base;
      open.last = state;
      for (const key of writing.tops) open.tops.add(key);
      open.size += stroke.size;
      if (!isMerged) open.stroke = followed(open.stroke, stroke);
      return;
    }
    // Nodes can be written without becoming any different: a cancelled composition, a transform that found nothing to do.
    if (!isTree && isSame(reader, writing, state)) return;
    const isAside = tags.has(SKIP_DOM_SELECTION_TAG);
    const { base, tops } = writing;
    begin({ base, last: state, tops, metadata: null, stroke, size: stroke.size, isAside });
  };

  const onUpdate = (payload: UpdateListenerPayload): void => {
    const { editorState, prevEditorState, dirtyElements, dirtyLeaves, tags } = payload;
    const isWritten = dirtyElements.size > 0 || dirtyLeaves.size > 0;
    const isComposing = editor.isComposing();
    if (tags.has(HISTORIC_TAG) || (!isWritten && (isComposing || composing === null))) return;
    const writing: Writing = composing ?? {
      base: prevEditorState,
      tops: new Set(),
      leaves: new Set(),
      beganAt: now(),
    };
    note(payload, writing);
    // Letters that are not chosen yet are no words: a composition is recorded as one change when it has ended.
    composing = isComposing ? writing : null;
    if (!isComposing) record(writing, editorState, tags);
  };

  const travel = (direction: 'undo' | 'redo'): true => {
    if (editor.isComposing() || !editor.isEditable()) return true;
    end();
    settle();
    const step = log.next(direction);
    if (step === undefined) {
      tell();
      return true;
    }
    takeStep(editor, step, direction, {
      onTaken: ({ splices, metadata }) => {
        log.moved(direction);
        tell();
        if (metadata) onMetadata?.({ fields: metadata.after, alone: splices.length === 0 });
      },
      // Undoing on top of other words would destroy them.
      onMisfit: () => {
        forget();
        options.onError(new Error('the history does not fit the document'));
      },
    });
    return true;
  };

  const dispose = mergeRegister(
    editor.registerUpdateListener(onUpdate),
    editor.registerCommand(UNDO_COMMAND, () => travel('undo'), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, () => travel('redo'), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      CLEAR_HISTORY_COMMAND,
      () => {
        forget();
        return false;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
  );
  return {
    read: () => {
      settle();
      const last = open && stepOf(reader, open);
      const { undo, redo } = log.history;
      return { undo: last ? [...undo, last].slice(-longestHistory) : undo, redo };
    },
    recordMetadata: (change, step = 'typed') => {
      const at = now();
      const typed = strokeInField(change, { beganAt: at, endedAt: at });
      const stroke: Stroke = step === 'alone' ? { ...typed, kind: 'other' } : typed;
      if (open !== null && (step === 'joins' || continuesStep(open.stroke, open.size, stroke))) {
        open.metadata = joined(open.metadata, change);
        open.size += stroke.size;
        if (step !== 'joins') open.stroke = followed(open.stroke, stroke);
        return;
      }
      const { size } = stroke;
      begin({ base: null, last: null, tops: new Set(), metadata: change, stroke, size, isAside: true });
    },
    renameAsset: (from, to) => {
      end();
      settle();
      log.mapBlocks((blocks) => mapAssets(blocks, (asset) => (asset === from ? to : asset)));
      tell();
    },
    can: () => ({ canUndo: canUndo(), canRedo: log.canRedo }),
    connect: (listener) => {
      onMetadata = listener;
      return () => {
        onMetadata = null;
      };
    },
    dispose: () => {
      clearTimeout(timer);
      dispose();
    },
  };
}

/** A step that has ended is read after a rest of this length (ms), and each holds states of the editor until then: so many may wait. */
const settleAfter = 200;
const mostEnded = 8;

/** Updates with these tags are never typing. */
const ownStep = [HISTORY_PUSH_TAG, PASTE_TAG, CUT_TAG] as const;

/** Which blocks an update wrote. Lexical marks every element above a node that was written. */
function note({ editorState, prevEditorState, dirtyElements, dirtyLeaves }: UpdateListenerPayload, to: Writing): void {
  const look = (key: NodeKey): void => {
    const node = editorState._nodeMap.get(key) ?? prevEditorState._nodeMap.get(key);
    if (node?.__parent === 'root') to.tops.add(key);
  };
  for (const key of dirtyElements.keys()) look(key);
  for (const key of dirtyLeaves) {
    to.leaves.add(key);
    look(key);
  }
}

/** Whether blocks came, went or moved: a block beside which another did is written too. */
function isTreeWritten({ base, tops }: Writing, state: EditorState): boolean {
  return [...tops].some((key) => {
    const before = base._nodeMap.get(key);
    const node = state._nodeMap.get(key);
    return before?.__prev !== node?.__prev || before?.__next !== node?.__next || before?.__parent !== node?.__parent;
  });
}

function isSame(reader: DocumentReader, { base, tops }: Writing, state: EditorState): boolean {
  const keys = [...tops];
  return canonicalJson(reader.readBlocks(base, keys)) === canonicalJson(reader.readBlocks(state, keys));
}

/** Null when everything is as it was. */
function stepOf(reader: DocumentReader, { base, last, tops, metadata, isAside }: OpenStep): EditStep | null {
  const splices = base && last ? splicesBetween(reader, base, last, tops) : [];
  const change = metadata && metadataChange(metadata.before, metadata.after);
  if (splices.length === 0 && change === null) return null;
  const selectionIn = (state: EditorState | null): EditStep['selectionAfter'] =>
    isAside || state === null ? null : state.read($readSelection);
  return { splices, metadata: change, selectionBefore: selectionIn(base), selectionAfter: selectionIn(last) };
}

function joined(first: MetadataChange | null, second: MetadataChange): MetadataChange {
  return { before: { ...second.before, ...first?.before }, after: { ...first?.after, ...second.after } };
}
