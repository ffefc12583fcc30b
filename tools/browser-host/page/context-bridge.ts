/** `contextBridge` of the page: one frozen, unforgeable global for each key, exposed once. */
export const contextBridge = {
  exposeInMainWorld(key: string, api: unknown): void {
    if (Object.hasOwn(globalThis, key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    Object.defineProperty(globalThis, key, {
      value: frozenCopy(api),
      enumerable: true,
      configurable: false,
      writable: false,
    });
  },
};

function frozenCopy(value: unknown): unknown {
  if (typeof value === 'function') {
    // A wrapper, so that properties of the preload's own function stay out of reach.
    return Object.freeze((...args: unknown[]): unknown => (value as (...args: unknown[]) => unknown)(...args));
  }
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  if (typeof value !== 'object' || value === null) return value;
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, frozenCopy(member)])));
}
