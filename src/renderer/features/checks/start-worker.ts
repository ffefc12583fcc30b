// oxlint-disable-next-line import/default -- the build makes this default export: the address of the built worker
import workerAddress from './check-worker.ts?worker&url';

interface TrustedTypesWindow {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(input: string): string },
    ): { createScriptURL(input: string): string };
  };
}

/** Made once: the CSP allows each name one policy. */
const policy = (window as TrustedTypesWindow).trustedTypes?.createPolicy('gaoqian-worker', {
  createScriptURL(input) {
    if (input !== workerAddress) throw new TypeError('not the address of our worker');
    return input;
  },
});

/**
 * Starts the check worker. Under `require-trusted-types-for 'script'` a worker's address must come from a policy; this one
 * lets pass the one address that the build put in, and nothing else.
 */
export function startWorker(): Worker {
  return new Worker(policy ? policy.createScriptURL(workerAddress) : workerAddress, { type: 'module' });
}
