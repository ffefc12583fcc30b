import { shell, type BrowserWindow } from 'electron';
import { sanitizeUrl } from '#shared/document/url.ts';
import { AppError } from '#shared/errors.ts';
import type { Language } from '#shared/model/settings.ts';
import { confirmExternalLink } from './dialogs.ts';

/** Portals of counties, and the demonstration portal, are reached by http. `tel:` and everything else stays closed. */
const openSchemes = new Set(['https:', 'http:', 'mailto:']);
const shownLength = 300;

export interface ExternalLinksDeps {
  readonly window: () => BrowserWindow | undefined;
  readonly language: () => Language;
}

/** Opens an address outside after the person has seen its host. Refuses `link-refused`; answers false when the person says no. */
export function createExternalLinks(deps: ExternalLinksDeps): (url: string) => Promise<boolean> {
  return async (url) => {
    const target = readExternalLink(url);
    if (!(await confirmExternalLink(deps.window(), deps.language(), target))) return false;
    await shell.openExternal(target.url);
    return true;
  };
}

/** The parsed address and the host (for mail, the recipient) to show; throws `link-refused` for any other kind. */
export function readExternalLink(url: string): { readonly url: string; readonly host: string; readonly shown: string } {
  const clean = sanitizeUrl(url);
  if (clean === undefined) throw new AppError('link-refused');
  const parsed = new URL(clean);
  if (!openSchemes.has(parsed.protocol)) throw new AppError('link-refused');
  const host = parsed.protocol === 'mailto:' ? parsed.pathname : parsed.host;
  // The other fields of a mailto address can attach files in some mail programs.
  if (parsed.protocol === 'mailto:') parsed.search = '';
  return { url: parsed.href, host, shown: parsed.href.slice(0, shownLength) };
}
