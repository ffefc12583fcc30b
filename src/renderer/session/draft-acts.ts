import type { Document } from '#shared/document/schema.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { DraftMetadata } from '#shared/model/draft.ts';
import type { MetadataStep } from '#shared/model/edit-history.ts';

/** What features may do with the draft on the sheet. The drafts feature provides it; it alone holds the autosave. */
export interface DraftActs {
  /** Shows a draft. The words of the one before are taken first and saved in the background. */
  open(draftId: string): Promise<void>;
  create(): Promise<void>;
  /** Leaves the sheet empty. */
  close(): void;
  changeMetadata(change: Partial<DraftMetadata>, step?: Exclude<MetadataStep, 'joins'>): void;
  /** Undo or redo brought these back. */
  returnMetadata(fields: Partial<DraftMetadata>): void;
  /** Changes text and metadata as one step of the history; what is left out stays. Panels show it at once, before it is saved. */
  applyContent(change: { readonly document?: Document; readonly metadata?: Partial<DraftMetadata> }): void;
  /** Takes back the last step of the history, from beside the sheet: panels show it at once. */
  undo(): void;
  /** A picture that was being taken in is there. It gets its real name on the sheet, or on the one that was left. */
  pictureArrived(pending: string, asset: string): void;
  /** The pictures that are on their way to the sheet, or to one that was left. */
  heldPictures(): ReadonlySet<string>;
  /** The editor's words changed. */
  wordsChanged(): void;
  /** A good moment to save. */
  pause(): void;
  /** Resolves once every word is durable, with its history; throws a DeskError. Call it before any act that the main process does with the content. */
  flush(): Promise<void>;
  keepRevision(): Promise<void>;
  /**
   * Shows what a call answered for the draft on the sheet. Words that were typed since then stay, and the sheet begins anew
   * only when the words differ. `other-words` is for calls whose very purpose is other words: a version brought back.
   */
  replace(opened: OpenDraft, purpose?: 'other-words'): void;
}

let provided: DraftActs | null = null;

export function provideDraftActs(acts: DraftActs): void {
  provided = acts;
}

export function draftActs(): DraftActs {
  if (!provided) throw new Error('the drafts feature has not provided its acts');
  return provided;
}
