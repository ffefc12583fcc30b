import { create } from 'zustand';
import { presentAppState } from '#renderer/api/queries.ts';
import type { EditorHandle, SelectionState } from '#renderer/editor/document-editor-props.ts';
import type { Document } from '#shared/document/schema.ts';
import type { PictureNote } from '#shared/house-style/picture-notes.ts';
import type { DocumentStatistics } from '#shared/document/statistics.ts';
import type { CodedError } from '#shared/errors.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { DraftMetadata, DraftSummary } from '#shared/model/draft.ts';
import type { Finding, FindingPlace } from '#shared/model/finding.ts';

export type SessionSaveStatus =
  | { readonly kind: 'unchanged' | 'dirty' | 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failing'; readonly error: CodedError };

/** The draft on the sheet, as all features see it. Only `draft-acts` writes the words. */
export interface DraftSession {
  readonly opened: OpenDraft | null;
  /** Counts the times that the sheet has to begin anew: the editor's key. */
  readonly sheetKey: number;
  /** The draft that is being fetched. */
  readonly opening: string | null;
  readonly metadata: DraftMetadata | null;
  /** A moment behind the keys: read after each save, and at once when it was changed from beside the sheet. */
  readonly document: Document | null;
  readonly statistics: DocumentStatistics;
  /** SHA-256 of the words that were saved last, which reviews bind to; empty while it is being computed. */
  readonly contentHash: string;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Where else its pictures stand, by asset, as far as it is known and nobody asked not to hear of it. */
  readonly pictureNotes: ReadonlyMap<string, readonly PictureNote[]>;
  readonly selection: SelectionState | null;
  /** Where words go now, or went before the focus left for a panel or toolbar. */
  readonly writingIn: 'headline' | 'text';
  readonly handle: EditorHandle | null;
  readonly save: SessionSaveStatus;
  readonly findings: readonly Finding[];
  /** How long the last check took and how many blocks it read; null before the first. */
  readonly checked: { readonly blocks: number; readonly milliseconds: number } | null;
}

export const noDraft: DraftSession = {
  opened: null,
  sheetKey: 0,
  opening: null,
  metadata: null,
  document: null,
  statistics: { characters: 0, figures: 0, toConfirm: 0 },
  contentHash: '',
  assets: new Map(),
  pictureNotes: new Map(),
  selection: null,
  writingIn: 'text',
  handle: null,
  save: { kind: 'unchanged' },
  findings: [],
  checked: null,
};

export const useDraftSession = create<DraftSession>(() => noDraft);

export function draftSession(): DraftSession {
  return useDraftSession.getState();
}

/** Why the words of a draft may not be changed now; undefined when they may. */
export function lockOf(summary: DraftSummary): 'reading' | 'published' | 'trash' | 'signed-off' | undefined {
  if (presentAppState()?.readOnly) return 'reading';
  if (summary.trashedAt !== null) return 'trash';
  return summary.state === 'published' || summary.state === 'signed-off' ? summary.state : undefined;
}

/** The sheet, as soon as it stands there. */
export function sheetReady(): Promise<EditorHandle> {
  return new Promise((resolve) => {
    const { handle } = draftSession();
    if (handle) return resolve(handle);
    const stop = useDraftSession.subscribe((session) => {
      if (!session.handle) return;
      stop();
      resolve(session.handle);
    });
  });
}

/** Adds pictures that the sheet may now show. */
export function addAssets(assets: readonly Asset[]): void {
  useDraftSession.setState((session) => ({
    assets: new Map([...session.assets, ...assets.map((asset) => [asset.sha256, asset] as const)]),
  }));
}

/** Brings a place before the person: the words on the sheet, or the field at the side. */
export function revealPlace(place: FindingPlace): void {
  if (place.kind === 'block') {
    draftSession().handle?.reveal(place);
    return;
  }
  const [name, detail] = place.kind === 'metadata' ? [fieldEvent, place.field] : [areaEvent, place.area];
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Runs once the sheet of the present draft can be read and scrolled; never when another draft comes first. */
export function whenSheetStands(run: () => void): void {
  const { opened, handle } = draftSession();
  if (!opened || handle) {
    if (handle) run();
    return;
  }
  const stop = useDraftSession.subscribe((session) => {
    if (session.opened?.summary.id === opened.summary.id && !session.handle) return;
    stop();
    // After whatever else the new sheet brings, its first drawing included.
    if (session.handle && session.opened?.summary.id === opened.summary.id) setTimeout(run);
  });
}

/** Puts the caret into the words of the present draft, as soon as they stand there. */
export function writeOn(): void {
  whenSheetStands(() => draftSession().handle?.focus());
}

/** Asks the shell to show the info tab with the focus in a field; `detail` is the field's name. */
export const fieldEvent = 'gaoqian-show-field';

/** Asks the shell to show what people have to do about the draft; `detail` is `reviews` or `comments`. */
export const areaEvent = 'gaoqian-show-area';
