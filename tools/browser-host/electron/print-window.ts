import type { PrintToPDFOptions } from 'electron';
import { host } from '../host.ts';
import { guard } from '../link/guard.ts';
import { printPage } from '../print/print-page.ts';

/**
 * A hidden window without scripts. It never has a page of the person's browser: what it prints is laid out by a Chromium
 * of its own, which gets every file from the app's scheme and nothing from anywhere else.
 */
class HostPrintWindow {
  #url = '';
  #destroyed = false;
  readonly webContents = guard('webContents', {
    printToPDF: async (options: PrintToPDFOptions): Promise<Buffer> => printPage(this.#url, answer, options),
  });

  loadURL(url: string): Promise<void> {
    this.#url = url;
    return Promise.resolve();
  }

  destroy(): void {
    this.#destroyed = true;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }
}

export function printWindow(): object {
  return guard('BrowserWindow', new HostPrintWindow());
}

async function answer(url: string): Promise<Response> {
  const handler = host.schemes.get(new URL(url).protocol.slice(0, -1));
  return handler ? await handler(new Request(url)) : new Response(null, { status: 404 });
}
