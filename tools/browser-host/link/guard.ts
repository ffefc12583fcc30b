/** The sentence a caller meets who uses a member of electron that the browser host does not have. */
export function unsupported(member: string): Error {
  return new Error(`the browser host has no electron.${member}: see tools/browser-host/README.md to add it`);
}

/** Asked for by the language, by consoles and by test tools on any object: answered as absent, not as an error. */
const askedOfEverything = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
]);

/** The same object, but a member that it lacks throws by name instead of answering undefined. */
export function guard<T extends object>(name: string, target: T): T {
  const bound = new Map<PropertyKey, { original: unknown; bound: unknown }>();
  return new Proxy(target, {
    get(object, key) {
      const value: unknown = Reflect.get(object, key, object);
      if (typeof value === 'function' && key !== 'constructor') {
        // Bound, because a proxy may not touch the private fields of what it wraps.
        const known = bound.get(key);
        if (known?.original === value) return known.bound;
        const made: unknown = value.bind(object);
        bound.set(key, { original: value, bound: made });
        return made;
      }
      if (
        value === undefined &&
        !(key in object) &&
        typeof key === 'string' &&
        !key.startsWith('_') &&
        !askedOfEverything.has(key)
      ) {
        throw unsupported(`${name}.${key}`);
      }
      return value;
    },
    set(object, key, value) {
      if (!(key in object)) throw unsupported(`${name}.${String(key)}`);
      return Reflect.set(object, key, value, object);
    },
  });
}
