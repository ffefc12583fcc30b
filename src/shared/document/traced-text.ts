import type { TextEdit, TextStep } from './text-edit.ts';

/** An edit of the source text, and the step (by its place among them) that asked for it. */
export interface TracedEdit extends TextEdit {
  readonly step: number;
}

/** A text after several steps of edits, and the way back to where each of its characters came from. */
export interface TracedText {
  readonly text: string;
  /**
   * The edits of all steps, counted in the source: in order, without overlap, and each good for itself. All of them
   * together make `text` of the source.
   */
  readonly edits: readonly TracedEdit[];
  /** The offset in the source of the character at `at`; what was taken away belongs to the character before it. */
  readonly sourceOffset: (at: number) => number;
}

/** Where a UTF-16 unit of the text came from. */
interface Unit {
  readonly from: number;
  readonly to: number;
}

/**
 * Makes the edits of each step on what the one before has left, and tells them in terms of the source. So a mark beside
 * a Han is found although a residue hides the Han, and still each change can be made without the others. The steps
 * must be of different kinds: what one has put in, a later one leaves alone.
 */
export function traceText(source: string, steps: readonly TextStep[]): TracedText {
  let text = source;
  let units: readonly Unit[] = Array.from({ length: source.length }, (_unused, at) => ({ from: at, to: at + 1 }));
  const edits: TracedEdit[] = [];
  steps.forEach((step, number) => {
    let at = 0;
    let result = '';
    const left: Unit[] = [];
    for (const edit of step(text)) {
      const replaced = units.slice(edit.start, edit.end);
      const place = units[edit.start]?.from ?? source.length;
      result += text.slice(at, edit.start) + edit.text;
      for (const unit of units.slice(at, edit.start)) left.push(unit);
      if (edit.text.length === replaced.length) {
        // One for one: each unit keeps its own origin, and what stays the same is no change.
        replaced.forEach((unit, index) => {
          left.push(unit);
          const changed = edit.text[index] ?? '';
          if (changed !== text[edit.start + index]) {
            edits.push({ step: number, start: unit.from, end: unit.to, text: changed });
          }
        });
      } else {
        const [first = { from: place, to: place }, ...others] = joined(replaced);
        edits.push({ step: number, start: first.from, end: first.to, text: edit.text });
        for (const other of others) edits.push({ step: number, start: other.from, end: other.to, text: '' });
        for (let letter = 0; letter < edit.text.length; letter += 1) left.push(first);
      }
      at = edit.end;
    }
    result += text.slice(at);
    // Not spread: a text may be longer than a call may have arguments.
    for (const unit of units.slice(at)) left.push(unit);
    text = result;
    units = left;
  });
  return {
    text,
    edits: mergeNeighbours(edits.sort((a, b) => a.start - b.start || a.end - b.end)),
    sourceOffset: (at) => (at === 0 ? 0 : (units[at]?.from ?? source.length)),
  };
}

/** The stretches of the source that these units cover. */
function joined(units: readonly Unit[]): Unit[] {
  const stretches: Unit[] = [];
  for (const unit of units) {
    const last = stretches.at(-1);
    if (last && last.to >= unit.from) stretches[stretches.length - 1] = { from: last.from, to: unit.to };
    else stretches.push(unit);
  }
  return stretches;
}

function mergeNeighbours(edits: readonly TracedEdit[]): readonly TracedEdit[] {
  const merged: TracedEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last?.step === edit.step && last.end === edit.start && last.end > last.start) {
      merged[merged.length - 1] = { ...last, end: edit.end, text: last.text + edit.text };
    } else {
      merged.push(edit);
    }
  }
  return merged;
}
