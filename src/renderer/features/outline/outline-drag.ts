import { watchDrag } from '#renderer/ui/watch-drag.ts';
import type { OutlineEntry } from '#shared/document/outline.ts';

export interface OutlineDragOptions {
  /** The entries as the list shows them. */
  readonly entries: () => readonly OutlineEntry[];
  /** Puts a section before another entry; null is the document's end. */
  readonly onDrop: (section: OutlineEntry, before: OutlineEntry | null) => void;
}

/**
 * Dragging a heading of the outline moves its section. It may go before headings of its level or above and to the end:
 * between the parts of another section it would take the rest of them along.
 */
export function watchOutlineDrag(list: HTMLElement, { entries, onDrop }: OutlineDragOptions): () => void {
  let section: OutlineEntry | null = null;
  let goal: OutlineEntry | null | undefined;
  const show = (index: number | undefined): void => {
    for (const [at, line] of linesOf(list).entries()) {
      line.toggleAttribute('data-drop-before', at === index);
      line.toggleAttribute('data-drop-after', at === linesOf(list).length - 1 && index === linesOf(list).length);
    }
  };
  return watchDrag(list, {
    begin: (press) => {
      const line = press.target instanceof Element ? press.target.closest('[role="treeitem"]') : null;
      const entry = entries()[linesOf(list).findIndex((one) => one === line)];
      section = entry?.kind === 'heading' ? entry : null;
      return section !== null;
    },
    move: (y) => {
      const level = section?.level ?? 0;
      const shown = entries();
      // The nearest of the places where it may go.
      const places = [...shown.keys(), shown.length].filter((at) => {
        const entry = shown[at];
        return entry === undefined || (entry.kind === 'heading' && entry.level <= level);
      });
      const [nearest] = places.sort(
        (one, other) => Math.abs(heightAt(list, one) - y) - Math.abs(heightAt(list, other) - y),
      );
      goal = nearest === undefined ? undefined : (shown[nearest] ?? null);
      show(nearest);
    },
    drop: () => {
      if (section !== null && goal !== undefined) onDrop(section, goal);
    },
    end: () => {
      show(undefined);
      section = null;
      goal = undefined;
    },
  });
}

function linesOf(list: HTMLElement): readonly Element[] {
  return [...list.children];
}

/** The height of the gap before a line, or after the last one. */
function heightAt(list: HTMLElement, index: number): number {
  const lines = linesOf(list);
  const line = lines[Math.min(index, lines.length - 1)]?.getBoundingClientRect();
  return (index < lines.length ? line?.top : line?.bottom) ?? 0;
}
