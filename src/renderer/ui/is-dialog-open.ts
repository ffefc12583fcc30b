/** Whether something stands over the window that has to be answered or closed first. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true], [role=alertdialog]') !== null;
}
