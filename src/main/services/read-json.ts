/** What a setting holds; undefined when it is none: a bad setting must never stop the start. */
export function readJson(stored: string | null): unknown {
  try {
    return stored === null ? undefined : JSON.parse(stored);
  } catch {
    return undefined;
  }
}
