import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { AppError, toCodedError } from '#shared/errors.ts';
import type { PdfPrinter } from '#main/services/ports/pdf-printer.ts';
import { appUrl } from './app-origin.ts';

/** A hidden window in which no script runs and no preload stands: it can only lay out and print. */
export const printWindowOptions = {
  show: false,
  // A4 at 96 pixels an inch.
  width: 794,
  height: 1123,
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    javascript: false,
  },
} as const satisfies BrowserWindowConstructorOptions;

/** Margins come from the page's own `@page` rule. */
const paper = { pageSize: 'A4', preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true } as const;

export const pdfPrinter: PdfPrinter = {
  async print(address) {
    const window = new BrowserWindow(printWindowOptions);
    try {
      await window.loadURL(new URL(address, appUrl).href);
      return await window.webContents.printToPDF(paper);
    } catch (thrown) {
      const { code } = toCodedError(thrown);
      throw new AppError(code === 'internal' ? 'print-failed' : code, {}, { cause: thrown });
    } finally {
      window.destroy();
    }
  },
};
