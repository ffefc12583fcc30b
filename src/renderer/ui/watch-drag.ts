/** The pointer's way after which a press is a drag, CSS pixels. */
const slack = 4;

export interface DragActs {
  /** The press has gone some way: what is dragged? False where nothing can be. */
  readonly begin: (press: PointerEvent) => boolean;
  /** The pointer's height in the window while it drags. */
  readonly move: (y: number) => void;
  /** Let go at the last height. */
  readonly drop: () => void;
  /** However it ended, dropped or given up; after `drop`. */
  readonly end: () => void;
}

/**
 * Drags by pointer events, for a browser's own drag brings words along as something to paste and leaves no key for giving
 * it up. Escape, a lost pointer and disposal give up. A press without a way stays a click; one with a way is none.
 */
export function watchDrag(element: HTMLElement, acts: DragActs): () => void {
  let press: PointerEvent | null = null;
  let isDragging = false;
  const end = (): void => {
    press = null;
    for (const [name, listener] of whilePressed) window.removeEventListener(name, listener as EventListener, true);
    if (!isDragging) return;
    isDragging = false;
    acts.end();
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    press = event;
    for (const [name, listener] of whilePressed) window.addEventListener(name, listener as EventListener, true);
  };
  const move = (event: PointerEvent): void => {
    if (press === null) return;
    if (!isDragging && Math.abs(event.clientY - press.clientY) > slack) {
      isDragging = acts.begin(press);
      if (!isDragging) return end();
      element.setPointerCapture(press.pointerId);
    }
    if (isDragging) acts.move(event.clientY);
  };
  const up = (): void => {
    if (isDragging) {
      acts.drop();
      ignoreClick();
    }
    end();
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    window.addEventListener('pointerup', ignoreClick, { capture: true, once: true });
    end();
  };
  /** The window went away; fields inside it blur too. */
  const leave = (event: Event): void => {
    if (event.target === window) end();
  };
  const whilePressed = [
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', end],
    ['blur', leave],
    ['keydown', escape],
  ] as const;
  element.addEventListener('pointerdown', down);
  return () => {
    end();
    element.removeEventListener('pointerdown', down);
  };
}

/** The click that follows a pointer's rise belongs to the drag. */
function ignoreClick(): void {
  window.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stop, true));
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
