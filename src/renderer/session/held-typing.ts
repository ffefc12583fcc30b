import { isComposing } from './composition.ts';

/**
 * What a hand types between asking for a new draft and its sheet: a field out of sight takes it, so that it goes neither into
 * the draft before nor nowhere. An input method composes in it as anywhere.
 */
interface HeldTyping {
  readonly field: HTMLTextAreaElement;
  /** Where the focus was. */
  readonly before: Element | null;
}

let held: HeldTyping | null = null;

/** Takes the keys until `releaseTyping` or `returnTyping`. */
export function holdTyping(): void {
  if (held) return;
  held = { field: document.createElement('textarea'), before: document.activeElement };
  const { field } = held;
  field.className = 'visually-hidden';
  field.ariaHidden = 'true';
  field.tabIndex = -1;
  document.body.append(field);
  field.focus({ preventScroll: true });
}

/** Lets go of the keys and gives what was typed, '' when nothing was: at once, or when the open composition has ended. */
export function releaseTyping(give: (words: string) => void): void {
  const field = held?.field;
  if (!field) return give('');
  const release = (): void => {
    held = null;
    give(field.value);
    field.remove();
  };
  if (!isComposing()) return release();
  // The words are in the field after this event.
  field.addEventListener('compositionend', () => setTimeout(release), { once: true });
  return undefined;
}

/** There will be no sheet: the focus goes back to where it was. */
export function returnTyping(): void {
  if (!held) return;
  const { field, before } = held;
  held = null;
  field.remove();
  if (before instanceof HTMLElement) before.focus();
}
