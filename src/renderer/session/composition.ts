/** Whether an input method is composing anywhere in the window. Reading the sheet then would break the composition. */
let composing = false;

/** Milliseconds after which a chosen word stands on the screen. */
const afterFrame = 32;

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
    setTimeout(onEnd, afterFrame);
  };
  document.addEventListener('compositionstart', start, true);
  document.addEventListener('compositionend', end, true);
  return () => {
    document.removeEventListener('compositionstart', start, true);
    document.removeEventListener('compositionend', end, true);
  };
}
