/** Chromium's print, wherever it comes from: Electron's own, or a browser of this machine. */
export interface PdfPrinter {
  /**
   * Prints a page of the app (`/preview/…`) on A4 as a PDF with real text. Refuses `print-failed`, and `print-unavailable`
   * where there is no Chromium to print with.
   */
  print(address: string): Promise<Uint8Array>;
}
