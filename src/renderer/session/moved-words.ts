let isMoving = false;

/** Whether the browser has taken dragged words out of one field and is putting them into another: the two are one act. */
export function isMovingWords(): boolean {
  return isMoving;
}

/** Follows words that are dragged from field to field; the sheet is one of them. */
export function followMovedWords(): () => void {
  document.addEventListener('beforeinput', follow);
  document.addEventListener('input', follow);
  return () => {
    document.removeEventListener('beforeinput', follow);
    document.removeEventListener('input', follow);
  };
}

/** Both come in one task, after the first field has told of what it lost: of the sheet's own answer, or of the browser's. */
function follow(event: Event): void {
  const isTaken = event.type === 'input' || event.defaultPrevented;
  if (!(event instanceof InputEvent) || event.inputType !== 'deleteByDrag' || !isTaken) return;
  isMoving = true;
  setTimeout(() => {
    isMoving = false;
  });
}
