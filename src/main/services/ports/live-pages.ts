import type { LiveDifference } from '#shared/model/live-check.ts';
import type { ReadPackage } from './package-reader.ts';

/** A package that was read: its page is `data/index.html`, its pictures lie in `data/images`. */
export type PackedPage = Pick<ReadPackage, 'folder' | 'files'>;

export interface LiveComparison {
  readonly paragraphs: number;
  readonly pictures: number;
  readonly attachments: number;
  readonly differences: readonly LiveDifference[];
}

/** Looks at published pages as any visitor would: without a token. */
export interface LivePages {
  /**
   * Fetches a page with its pictures and holds it against the packed one. `certificate` as in `PortalTarget`.
   * Refuses `portal-unreachable`, `portal-timeout`, `portal-redirect {host}`, `portal-certificate`, `portal-proxy`, `portal-error`.
   */
  compare(packed: PackedPage, url: string, certificate: string): Promise<LiveComparison>;
}
