import type { BlockNode } from '#shared/document/schema.ts';
import type { EditHistory, EditStep } from '#shared/model/edit-history.ts';
import { longestHistory } from '#shared/model/edit-history.ts';
import { mapHistory, stepBytes } from '#shared/model/edit-steps.ts';

/** What the steps of one sheet may take in memory; the newest step is kept whatever it takes. */
const mostBytes = 16_000_000;

/** The steps that can be taken back and done again. */
export class EditLog {
  #undo: EditStep[];
  #redo: EditStep[];
  readonly #bytes = new WeakMap<EditStep, number>();

  constructor(history: EditHistory) {
    this.#undo = [...history.undo];
    this.#redo = [...history.redo];
  }

  get history(): EditHistory {
    return { undo: [...this.#undo], redo: [...this.#redo] };
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** The step that undo or redo would take next. */
  next(direction: 'undo' | 'redo'): EditStep | undefined {
    return (direction === 'undo' ? this.#undo : this.#redo).at(-1);
  }

  /** A new step; the oldest go when there are too many or they take too much. */
  push(step: EditStep): void {
    this.#undo.push(step);
    let bytes = this.#undo.reduce((sum, one) => sum + this.#sizeOf(one), 0);
    while (this.#undo.length > 1 && (this.#undo.length > longestHistory || bytes > mostBytes)) {
      const oldest = this.#undo.shift();
      if (oldest) bytes -= this.#sizeOf(oldest);
    }
  }

  /** What was taken back cannot be done again: something else was done instead. */
  forgetRedo(): void {
    this.#redo = [];
  }

  /** Undo or redo was carried out. */
  moved(direction: 'undo' | 'redo'): void {
    const step = (direction === 'undo' ? this.#undo : this.#redo).pop();
    if (step) (direction === 'undo' ? this.#redo : this.#undo).push(step);
  }

  /** Puts other blocks into all steps. */
  mapBlocks(change: (blocks: readonly BlockNode[]) => readonly BlockNode[]): void {
    const { undo, redo } = mapHistory({ undo: this.#undo, redo: this.#redo }, change);
    this.#undo = undo;
    this.#redo = redo;
  }

  clear(): void {
    this.#undo = [];
    this.#redo = [];
  }

  #sizeOf(step: EditStep): number {
    const known = this.#bytes.get(step) ?? stepBytes(step);
    this.#bytes.set(step, known);
    return known;
  }
}
