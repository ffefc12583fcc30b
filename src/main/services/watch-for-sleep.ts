import type { Clock } from './ports/clock.ts';
import type { Timers } from './ports/timers.ts';

/** Between two looks at the clock, in milliseconds. */
const interval = 15_000;
/** Looks come late on a busy machine; so much later is sleep, in milliseconds. */
const tolerance = 45_000;

/**
 * Calls back when the machine slept: between two looks more time passed than should have. Electron tells of sleep itself;
 * where the window is a browser nobody does. Answers how to end it.
 */
export function watchForSleep(
  { clock, timers }: { readonly clock: Clock; readonly timers: Timers },
  onWoken: () => void,
) {
  const look = (): (() => void) => {
    const before = Date.parse(clock.now());
    return timers.after(interval, () => {
      const passed = Date.parse(clock.now()) - before;
      callOff = look();
      if (passed > interval + tolerance) onWoken();
    });
  };
  let callOff = look();
  return (): void => callOff();
}
