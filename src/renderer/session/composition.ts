import { whenIdle } from '#renderer/ui/after-paint.ts';

/** Whether an input method is composing anywhere in the window: its letters are no words, and what changes the sheet would break it. */
let composing = false;

export function isComposing(): boolean {
  return composing;
}

function start(): void {
  composing = true;
}

/** Follows compositions; `onEnd` is called once the words of one stand. */
export function followCompositions(onEnd: () => void): () => void {
  const end = () => {
    composing = false;
    // The editor takes the words over after this event, and they are shown before anything else is done with them.
    whenIdle(onEnd);
  };
  document.addEventListener('compositionstart', start, true);
  document.addEventListener('compositionend', end, true);
  return () => {
    document.removeEventListener('compositionstart', start, true);
    document.removeEventListener('compositionend', end, true);
  };
}
