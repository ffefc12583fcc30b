import { stepZoom } from './zoom.ts';

/** How much of a turn is one step, CSS pixels: less than a notch of a wheel, some of the way of two fingers. */
const stepLength = 50;

/**
 * Ctrl and the wheel, which is also what two fingers on a trackpad say, enlarge the sheet in `area` as the keys do; what is
 * under the pointer stays there. A ref of the area, and of no more: to keep the browser from zooming too, the listener cannot
 * be passive. Answers how to end it.
 */
export function zoomByWheel(area: HTMLElement | null): (() => void) | undefined {
  if (!area) return undefined;
  let turned = 0;
  const turn = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turned = Math.sign(event.deltaY) === Math.sign(turned) ? turned + event.deltaY : event.deltaY;
    if (Math.abs(turned) < stepLength) return;
    const direction = turned < 0 ? 'in' : 'out';
    turned = 0;
    keepPlace(event, () => stepZoom(direction));
  };
  area.addEventListener('wheel', turn, { passive: false });
  return () => area.removeEventListener('wheel', turn);
}

/** Scrolls so that the element under the pointer is where it was. */
function keepPlace({ clientX, clientY }: WheelEvent, act: () => void): void {
  const under = document.elementFromPoint(clientX, clientY);
  const before = under?.getBoundingClientRect();
  act();
  const canvas = under?.closest('.canvas');
  if (!under || !canvas || !before || before.height === 0) return;
  const share = (clientY - before.top) / before.height;
  requestAnimationFrame(() => {
    const after = under.getBoundingClientRect();
    canvas.scrollTop += after.top + after.height * share - clientY;
  });
}
