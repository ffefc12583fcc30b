export type PreviewDevice = 'desktop' | 'tablet' | 'phone';

/** Widths of the page in CSS pixels. */
export const previewWidths = [
  { device: 'desktop', width: 1280 },
  { device: 'tablet', width: 768 },
  { device: 'phone', width: 375 },
] as const;

export function widthOf(device: PreviewDevice): number {
  return previewWidths.find((entry) => entry.device === device)?.width ?? previewWidths[0].width;
}
