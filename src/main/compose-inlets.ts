import { tmpdir } from 'node:os';
import type { DataPlaces } from './data-places.ts';
import { isOfType } from './files/attachment-type.ts';
import { clipPictures } from './files/clip-pictures.ts';
import { textFiles } from './files/text-files.ts';
import { lateScriptConverter } from './late-ports.ts';
import { readRendition } from './publishing/read-rendition.ts';
import { threadedConverter, threadedImporter } from './publishing/reader/threaded-readers.ts';
import type { AppService } from './services/app-service.ts';
import { attachmentService, type AttachmentService } from './services/attachment-service.ts';
import type { DraftService } from './services/draft-service.ts';
import { importService, type ImportService } from './services/import-service.ts';
import type { MediaService } from './services/media-service.ts';
import { packageImportService, type PackageImportService } from './services/package-import-service.ts';
import { pasteService, type PasteService } from './services/paste-service.ts';
import type { ClipboardReader } from './services/ports/clipboard-reader.ts';
import type { Clock } from './services/ports/clock.ts';
import type { EventSink } from './services/ports/event-sink.ts';
import type { InletFiles } from './services/ports/inlet-files.ts';
import type { KeyStore } from './services/ports/key-store.ts';
import type { Log } from './services/ports/log.ts';
import type { MediaFiles } from './services/ports/media-files.ts';
import type { PackageReader } from './services/ports/package-reader.ts';
import type { Store } from './services/ports/store.ts';
import type { WrittenFiles } from './services/written-files.ts';
import type { DraftContent } from '#shared/model/draft.ts';

/** All by which something foreign becomes part of a draft; pictures alone have services of their own. */
export interface Inlets {
  readonly imports: ImportService;
  readonly packageImports: PackageImportService;
  readonly paste: PasteService;
  readonly attachments: AttachmentService;
}

interface Given {
  readonly store: Store;
  readonly clock: Clock;
  readonly keys: KeyStore;
  readonly inlet: InletFiles;
  readonly media: MediaFiles;
  readonly reader: PackageReader;
  readonly pictures: MediaService;
  readonly app: AppService;
  readonly drafts: DraftService;
  readonly events: EventSink;
  readonly log: Log;
  readonly written: WrittenFiles;
  readonly places: DataPlaces;
  /** The script of the threads in which foreign files are read. */
  readonly readerScript: URL;
  readonly clipboard: ClipboardReader | undefined;
  /** The newest words of a draft. */
  readonly readContent: (draftId: string) => Promise<DraftContent>;
  /** Makes a draft of these words; answers its id. */
  readonly createDraft: (content: DraftContent) => Promise<string>;
}

export function composeInlets(given: Given): Inlets {
  const { app, drafts, pictures, readerScript, places } = given;
  return {
    imports: importService({
      ...given,
      media: pictures,
      pages: threadedImporter(readerScript),
      script: lateScriptConverter,
      readProfile: async () => app.profile(),
      saveContent: async (draftId, content) => drafts.saveContent(draftId, content),
    }),
    packageImports: packageImportService({ ...given, readRendition }),
    paste: pasteService({
      ...given,
      media: pictures,
      converter: threadedConverter(readerScript),
      clipPictures: clipPictures(tmpdir),
      clipboard: given.clipboard ?? { read: async () => null },
      marks: async () => app.profile(),
    }),
    attachments: attachmentService({ ...given, desk: app, isOfType, files: textFiles, folder: places.documents }),
  };
}
