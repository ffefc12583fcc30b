import type { Page } from '@playwright/test';
import type { Channel, RendererApi } from '#shared/ipc/contract.ts';

type Ask = () => Promise<unknown>;

declare global {
  /** Answers the window's calls instead of the main process, which `ask` asks. */
  var benchDoor: ((channel: Channel, request: unknown, ask: Ask) => Promise<unknown>) | undefined;
}

/** Lets a bench stand between the window and the main process. Called before the page is opened. */
export async function installDoor(page: Page): Promise<void> {
  await page.addInitScript(install);
}

// The function is sent to the page alone, so what it needs stands inside it.
function install(): void {
  const define = Object.defineProperty.bind(Object);
  Object.defineProperty = <Target>(target: Target, key: PropertyKey, attributes: PropertyDescriptor): Target => {
    if (key !== 'gaoqian') return define(target, key, attributes);
    const api = attributes.value as RendererApi;
    const through = (channel: Channel, request: unknown): Promise<unknown> => {
      const ask = (): Promise<unknown> => api.invoke(channel, request as never);
      return globalThis.benchDoor?.(channel, request, ask) ?? ask();
    };
    return define(target, key, { ...attributes, value: { ...api, invoke: through } });
  };
}
