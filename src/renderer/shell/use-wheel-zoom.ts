import { useEffect } from 'react';
import { stepZoom } from './zoom.ts';

/** How much of a turn is one step, CSS pixels: less than a notch of a wheel, some of the way of two fingers. */
const stepLength = 50;
/** Milliseconds of rest after which a turn begins anew. */
const rest = 400;

/**
 * Ctrl and the wheel, which is also what two fingers on a trackpad say, enlarge the sheet as the keys do. What is under the
 * pointer stays there.
 */
export function useWheelZoom(): void {
  useEffect(() => {
    let turned = 0;
    let last = 0;
    const turn = (event: WheelEvent): void => {
      const canvas = event.target instanceof Element ? event.target.closest<HTMLElement>('.canvas') : null;
      if (!event.ctrlKey || canvas === null) return;
      event.preventDefault();
      const isOther = event.timeStamp - last > rest || Math.sign(event.deltaY) !== Math.sign(turned);
      turned = isOther ? event.deltaY : turned + event.deltaY;
      last = event.timeStamp;
      if (Math.abs(turned) < stepLength) return;
      const direction = turned < 0 ? 'in' : 'out';
      turned = 0;
      keepPlace(canvas, event, () => stepZoom(direction));
    };
    window.addEventListener('wheel', turn, { passive: false });
    return () => window.removeEventListener('wheel', turn);
  }, []);
}

/** Scrolls so that the element under the pointer is where it was. */
function keepPlace(canvas: HTMLElement, { clientX, clientY }: WheelEvent, act: () => void): void {
  const under = document.elementFromPoint(clientX, clientY);
  const before = under?.getBoundingClientRect();
  act();
  if (!under || !before || before.height === 0) return;
  const share = (clientY - before.top) / before.height;
  requestAnimationFrame(() => {
    const after = under.getBoundingClientRect();
    canvas.scrollTop += after.top + after.height * share - clientY;
  });
}
