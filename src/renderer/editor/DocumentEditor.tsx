import type { LexicalEditor } from 'lexical';
import { mergeRegister, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type { ReactElement } from 'react';
import {
  memo,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { takeHistoryKeys } from '#renderer/ui/history-keys.ts';
import { isNamedAsDocument } from '#shared/model/file-kind.ts';
import { createSheetEditor } from './create-editor.ts';
import type { DocumentEditorProps } from './document-editor-props.ts';
import { registerCalm } from './extensions/calm.ts';
import { registerCaptionReading } from './extensions/caption-reading.ts';
import { watchChanges } from './extensions/changes.ts';
import { registerClipboard } from './extensions/clipboard.ts';
import { watchFigureOrder } from './extensions/figure-order.ts';
import { clearFindings } from './extensions/findings.ts';
import { createHints } from './extensions/hints.ts';
import { watchMatches } from './extensions/matches.ts';
import { registerLeaveStart } from './extensions/leave-start.ts';
import { registerPictureDrops } from './extensions/picture-drops.ts';
import { sayHeadings } from './extensions/said-headings.ts';
import { nameTables } from './extensions/table-names.ts';
import { createSelectionStore } from './extensions/selection-store.ts';
import { watchSelection } from './extensions/selection-state.ts';
import { createHandle } from './handle.ts';
import type { MetadataReturn } from './history/sheet-history.ts';
import { BoilerplateView } from './node-views/BoilerplateView.tsx';
import { FigureView } from './node-views/FigureView.tsx';
import type { NodeViewStore } from './node-views/node-view-store.ts';
import { createNodeViewStore } from './node-views/node-view-store.ts';
import { SheetHint } from './node-views/SheetHint.tsx';
import { TableBar } from './node-views/TableBar.tsx';
import { ToConfirmBar } from './node-views/ToConfirmBar.tsx';
import type { ViewTools } from './node-views/view-tools.ts';
import { KnownPicturesContext, ViewToolsContext } from './node-views/view-tools.ts';
import type { PasteOutcome } from './paste/paste-parts.ts';
import { SheetOverlays } from './overlays/SheetOverlays.tsx';
import { useEditorText } from './use-editor-text.ts';
import { useStartPlace } from './use-start-place.ts';
import './sheet.css';
import './figure.css';
import './incoming-picture.css';
import './table.css';

const noWriting: NonNullable<DocumentEditorProps['writing']> = {};
const noNotes: NonNullable<DocumentEditorProps['pictureNotes']> = new Map();
const noBoilerplates: NonNullable<DocumentEditorProps['boilerplates']> = [];

/** The sheet's text: figures, words and house-style blocks of one draft, edited in one tree with one undo history. */
export function DocumentEditor(props: DocumentEditorProps): ReactElement {
  const [{ editor, reader, history }] = useState(() => createSheetEditor(props.initial, throwLater, props.history));
  const [hints] = useState(() => createHints(editor));
  const [views] = useState(() => createNodeViewStore(editor));
  const [selections] = useState(createSelectionStore);
  const [left] = useState(props.place ?? null);
  const root = useRef<HTMLDivElement>(null);
  const dropLine = useRef<HTMLDivElement>(null);
  const text = useEditorText();
  const { readOnly, captionMark, creditMark, assets, intake, editPicture } = props;
  const boilerplates = props.boilerplates ?? noBoilerplates;
  const pictureNotes = props.pictureNotes ?? noNotes;

  const onChange = useEffectEvent(props.onChange);
  const onSelection = useEffectEvent(props.onSelection);
  const onReady = useEffectEvent(props.onReady);
  const onMetadata = useEffectEvent((back: MetadataReturn) => props.onMetadata?.(back));
  const onLeaveStart = useEffectEvent(() => props.onLeaveStart?.());
  const begin = useEffectEvent((files: readonly File[]) => props.intake.begin(files));
  const take = useEffectEvent((files: readonly File[]) => {
    if (!files.some(({ name }) => isNamedAsDocument(name))) return begin(files);
    props.onDocuments?.(files);
    return [];
  });
  const readPaste = useEffectEvent(props.readPaste ?? wordsAlone);
  const onPasted = useEffectEvent((outcome: PasteOutcome) => props.onPasted?.(outcome));
  const pastingLabel = useEffectEvent(() => text('pasting'));
  const marksNow = useEffectEvent(() => ({ captionMark, creditMark }));

  useLayoutEffect(() => {
    editor.setRootElement(root.current);
    const stop = mergeRegister(views.start(), hints.start(), takeFieldKeys(editor, root.current));
    return () => {
      stop();
      clearFindings(editor);
      editor.setRootElement(null);
    };
  }, [editor, views, hints]);

  useEffect(() => {
    const changes = watchChanges(editor, reader, () => onChange());
    const matches = watchMatches(editor);
    const stop = mergeRegister(
      changes.dispose,
      matches.dispose,
      watchSelection(editor, history.can(), (state) => {
        selections.set(state);
        onSelection(state);
      }),
      watchFigureOrder(editor, hints),
      registerPictureDrops(editor, { begin: (files) => take(files), hints, line: () => dropLine.current }),
      registerCaptionReading(editor, { marks: () => marksNow(), hints }),
      registerLeaveStart(editor, () => onLeaveStart()),
      registerClipboard(editor, {
        marks: () => marksNow(),
        hints,
        pastingLabel: () => pastingLabel(),
        begin: (files) => take(files),
        readPaste: (parts, signal) => readPaste(parts, signal),
        onPasted: (outcome) => onPasted(outcome),
      }),
    );
    const disconnect = history.connect((back) => onMetadata(back));
    onReady(createHandle(editor, changes, history, matches, hints, (files) => begin(files), left));
    return mergeRegister(stop, disconnect);
  }, [editor, reader, history, hints, selections, left]);
  useStartPlace(root, left);

  useEffect(() => editor.setEditable(!readOnly), [editor, readOnly]);
  useEffect(() => sayHeadings(editor, text), [editor, text]);
  useEffect(() => nameTables(editor, text), [editor, text]);

  const isCalm = props.writing?.isCalm === true;
  useEffect(() => (isCalm ? registerCalm(editor) : undefined), [editor, isCalm]);

  // The CSP allows no style attributes; the marks reach the style sheet as variables of the CSSOM.
  const placeholder = text('captionPlaceholder');
  useLayoutEffect(() => {
    root.current?.style.setProperty('--gq-caption-mark', cssString(captionMark));
    root.current?.style.setProperty('--gq-caption-placeholder', cssString(placeholder));
  }, [captionMark, placeholder]);

  const tools = useMemo<ViewTools>(
    () => ({
      editor,
      readOnly,
      captionMark,
      creditMark,
      boilerplates,
      hints,
      intake,
      editPicture,
    }),
    [editor, readOnly, captionMark, creditMark, boilerplates, hints, intake, editPicture],
  );
  const known = useMemo(() => ({ assets, notes: pictureNotes }), [assets, pictureNotes]);
  return (
    <div className="gq-editor">
      <div
        ref={root}
        className="gq-text"
        contentEditable={!readOnly}
        suppressContentEditableWarning
        role="textbox"
        aria-multiline
        aria-readonly={readOnly}
        aria-label={text('text')}
        spellCheck={false}
      />
      <div ref={dropLine} className="gq-drop-line" aria-hidden />
      <ViewToolsContext value={tools}>
        <KnownPicturesContext value={known}>
          <Views editor={editor} store={views} readOnly={readOnly} />
        </KnownPicturesContext>
        <SheetOverlays
          editor={editor}
          selections={selections}
          readOnly={readOnly}
          options={props.writing ?? noWriting}
          dropLine={() => dropLine.current}
        />
        <SheetHint hints={hints} />
      </ViewToolsContext>
    </div>
  );
}

/** Fields inside the text (credits, blanks) have no history of their own. */
function takeFieldKeys(editor: LexicalEditor, root: HTMLElement | null): () => void {
  if (root === null) return () => undefined;
  return takeHistoryKeys(root, {
    undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
    redo: () => void editor.dispatchCommand(REDO_COMMAND, undefined),
  });
}

const Views = memo(function Views(props: {
  readonly editor: LexicalEditor;
  readonly store: NodeViewStore;
  readonly readOnly: boolean;
}): ReactElement {
  const { views, selectedUnit, selectedToken, tablePlace } = useSyncExternalStore(
    props.store.subscribe,
    props.store.current,
  );
  return (
    <>
      {views.map((view) =>
        view.kind === 'figure' ? (
          <FigureView key={view.key} view={view} isSelected={view.key === selectedUnit} />
        ) : (
          <BoilerplateView key={view.key} view={view} isSelected={view.key === selectedUnit} />
        ),
      )}
      {tablePlace !== null && !props.readOnly && <TableBar key={tablePlace.table} place={tablePlace} />}
      {selectedToken !== null && !props.readOnly && <ToConfirmBar key={selectedToken} nodeKey={selectedToken} />}
    </>
  );
});

/** A sheet that nobody reads foreign content for takes its plain text. */
const wordsAlone: NonNullable<DocumentEditorProps['readPaste']> = async () => ({
  blocks: [],
  report: { origin: 'web', notes: [] },
});

/** Lexical has gone back to the state before; the window's own handler tells the person and writes the log. */
function throwLater(error: Error): void {
  queueMicrotask(() => {
    throw error;
  });
}

function cssString(text: string): string {
  return `"${text.replace(/["\\\n]/g, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
