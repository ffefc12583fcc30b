/** What the keys of undo and redo do. */
export interface HistoryActs {
  readonly undo: () => void;
  readonly redo: () => void;
}

/**
 * Gives the keys of undo and redo (Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y), pressed in a field or on a control inside `element`, to
 * the one history in the place of the field's own, which knows nothing of the rest of the sheet. A composition keeps its
 * keys.
 */
export function takeHistoryKeys(element: HTMLElement, acts: HistoryActs): () => void {
  const press = (event: KeyboardEvent): void => {
    const act = isField(event.target) ? historyKey(event) : undefined;
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.isComposing) acts[act]();
  };
  /** The browser's own menu asks for it in this way. */
  const ask = (event: InputEvent): void => {
    const act = { historyUndo: 'undo', historyRedo: 'redo' }[event.inputType];
    if (!isField(event.target) || (act !== 'undo' && act !== 'redo')) return;
    event.preventDefault();
    if (!event.isComposing) acts[act]();
  };
  element.addEventListener('keydown', press);
  element.addEventListener('beforeinput', ask);
  return () => {
    element.removeEventListener('keydown', press);
    element.removeEventListener('beforeinput', ask);
  };
}

/** Rich text has its own keys. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return !target.isContentEditable || target.contentEditable === 'plaintext-only';
}

/** Which of the two a key means. */
export function historyKey(event: KeyboardEvent): keyof HistoryActs | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : undefined;
}
