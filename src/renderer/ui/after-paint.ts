/** Runs once the next frame is painted, what changed before it included. Answers a function that prevents it. */
export function afterPaint(run: () => void): () => void {
  let task: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    task = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(task);
  };
}

/** Milliseconds that nobody misses. */
const longestWait = 300;

/**
 * The same, but what is to be done for the person goes first: the next key, an answer, a frame. Waits `longestWait` at the longest
 * for the page to be idle.
 */
export function whenIdle(run: () => void): () => void {
  let task: number | undefined;
  const frame = requestAnimationFrame(() => {
    task = requestIdleCallback(run, { timeout: longestWait });
  });
  return () => {
    cancelAnimationFrame(frame);
    if (task !== undefined) cancelIdleCallback(task);
  };
}
