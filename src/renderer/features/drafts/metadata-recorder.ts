import type { DraftMetadata } from '#shared/model/draft.ts';
import { fillMetadata } from '#shared/model/draft.ts';
import type { MetadataChange, MetadataStep } from '#shared/model/edit-history.ts';
import { metadataChange } from '#shared/model/edit-steps.ts';

interface RecorderPorts {
  isComposing(): boolean;
  /** Puts a change into the sheet's history. */
  record(change: MetadataChange, step: MetadataStep): void;
}

/**
 * Puts changes of the metadata into the history. A field tells of each letter that an input method tries; only what stands
 * when the composition has ended is a change.
 */
export class MetadataRecorder {
  readonly #ports: RecorderPorts;
  #composed: MetadataChange | null = null;

  constructor(ports: RecorderPorts) {
    this.#ports = ports;
  }

  changed(change: MetadataChange, step: MetadataStep): void {
    if (step !== 'typed') {
      this.settle();
      this.#ports.record(change, step);
      return;
    }
    const before = { ...change.before, ...this.#composed?.before };
    const after = { ...this.#composed?.after, ...change.after };
    this.#composed = { before, after };
    this.settle();
  }

  /** Records what a composition left, when it has ended. */
  settle(): void {
    if (this.#composed === null || this.#ports.isComposing()) return;
    const change = metadataChange(this.#composed.before, this.#composed.after);
    this.#composed = null;
    if (change) this.#ports.record(change, 'typed');
  }

  /** Another draft comes: letters that were never chosen are none of its words. */
  forget(): void {
    this.#composed = null;
  }

  /** The metadata of a sheet as it stood before the composition that is open. */
  settled(metadata: DraftMetadata): DraftMetadata {
    return this.#composed === null ? metadata : fillMetadata(metadata, this.#composed.before);
  }
}
