/** Whether an input method is composing anywhere in the window. Reading the sheet then would break the composition. */
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
    // The editor takes the words over after this event.
    setTimeout(onEnd, 0);
  };
  document.addEventListener('compositionstart', start, true);
  document.addEventListener('compositionend', end, true);
  return () => {
    document.removeEventListener('compositionstart', start, true);
    document.removeEventListener('compositionend', end, true);
  };
}
