/** What the browser sends while words are written. */
const writing: ReadonlySet<string> = new Set([
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'textInput',
  'input',
]);

/**
 * Prepares the element that React draws into, which holds the sheet too: React hears nothing of what is written on the sheet. It would
 * look at each composed letter five times, for nobody; and after its listeners, which stand before the editor's, the browser calls the
 * observers of the page, so that the editor would find the letter there first and then once more in its event. On their way down
 * nobody in the window takes these events (there is no `onInputCapture`), so React does not listen there at all.
 */
export function containerForReact<Container extends Element>(element: Container): Container {
  const listen = element.addEventListener.bind(element);
  element.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void => {
    if (!writing.has(type)) return listen(type, listener, options);
    const isOnItsWayDown = typeof options === 'object' ? options.capture === true : options === true;
    if (!isOnItsWayDown) listen(type, besideTheSheet(element, listener), options);
  };
  return element;
}

function besideTheSheet(element: Element, listener: EventListenerOrEventListenerObject): EventListener {
  return (event) => {
    if (event.target instanceof Element && event.target.closest('[data-lexical-editor]') !== null) return;
    if (typeof listener === 'function') listener.call(element, event);
    else listener.handleEvent(event);
  };
}
