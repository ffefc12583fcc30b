import type { Secrets } from '#main/services/ports/secrets.ts';

/** Secrets that live as long as the test. */
export function memorySecrets(): Secrets {
  const kept = new Map<string, string>();
  return {
    read: async (name) => kept.get(name) ?? null,
    async write(name, value) {
      if (value === null) kept.delete(name);
      else kept.set(name, value);
    },
  };
}
