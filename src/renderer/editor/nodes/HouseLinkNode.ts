import { LinkNode } from '@lexical/link';
import { sanitizeUrl } from '#shared/document/url.ts';

/** A link whose DOM carries only what the one URL rule of the house lets through; Lexical's own rule fails open. */
export class HouseLinkNode extends LinkNode {
  override $config() {
    return this.config('house-link', { extends: LinkNode });
  }

  override sanitizeUrl(url: string): string {
    return sanitizeUrl(url) ?? 'about:blank';
  }
}
