interface TrustedTypesWindow {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(input: string): string },
    ): { createScriptURL(input: string): string };
  };
}

/** The addresses that the build put in; nothing else passes the policy. */
const addresses = new Set<string>();

/** Made once: the CSP allows each name one policy. */
const policy = (window as TrustedTypesWindow).trustedTypes?.createPolicy('gaoqian-worker', {
  createScriptURL(input) {
    if (!addresses.has(input)) throw new TypeError('not the address of one of our workers');
    return input;
  },
});

/**
 * How to start a worker of ours; `address` comes from an import with `?worker&url`, a constant of the build. Under
 * `require-trusted-types-for 'script'` a worker's address must come from a policy.
 */
export function workerStarter(address: string): () => Worker {
  addresses.add(address);
  return () => new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module' });
}
