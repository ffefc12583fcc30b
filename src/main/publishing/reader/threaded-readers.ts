import type { PageImporter } from '#main/services/ports/page-importer.ts';
import type { PasteConverter } from '#main/services/ports/paste-converter.ts';
import { pageKind } from '../import/page-kind.ts';
import { readerThread, type ReaderLimits } from './reader-thread.ts';

/**
 * A document may take a while, and its person can cancel; nobody waits longer than this for a paste, whose plain words
 * come in then. The heap holds the tree of the largest document that the readers take.
 */
const pageLimits: ReaderLimits = { milliseconds: 180_000, megabytes: 1536 };
const pasteLimits: ReaderLimits = { milliseconds: 60_000, megabytes: 1024 };

/** Reads files in threads of their own: what else is asked does not wait for a long document. */
export function threadedImporter(script: URL): PageImporter {
  return {
    kind: pageKind,
    async read(source, profile, signal) {
      const thread = readerThread(script, pageLimits);
      try {
        return await thread.ask({ kind: 'page', source, profile }, signal);
      } finally {
        await thread.close();
      }
    },
  };
}

/** Converts pastes in one thread that stays: it starts once, with the first. */
export function threadedConverter(script: URL): PasteConverter {
  const thread = readerThread(script, pasteLimits);
  return { convert: async (parts, marks) => thread.ask({ kind: 'paste', ...parts, marks }) };
}
