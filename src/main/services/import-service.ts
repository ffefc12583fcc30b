import type { EventPayload, Response } from '#shared/ipc/contract.ts';
import { assetsOf } from '#shared/document/walk.ts';
import type { BlockNode, FigureNode, FigurePicture } from '#shared/document/schema.ts';
import { AppError } from '#shared/errors.ts';
import { applyRepairs } from '#shared/house-style/repairs/apply-repairs.ts';
import { findRepairs, type ScriptConverter } from '#shared/house-style/repairs/find-repairs.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { emptyContent, type DraftContent } from '#shared/model/draft.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import { countRepairs, type RepairKind, type RepairPlace } from '#shared/model/repair.ts';
import type { MediaService } from './media-service.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { Log } from './ports/log.ts';
import type { ImportedPage, ImportedPicture, ImportSource, PageImporter } from './ports/page-importer.ts';

type Imported = Response<'import:file'>;
export type ImportedDraft = Extract<Imported, { outcome: 'draft' }>;

export interface ImportService {
  /**
   * Makes a draft of an inlet file and lets go of it; its words stay as they came. Answers `archive` and does nothing for
   * a package or review file. `pictures` are inlet files too, of pictures that lay beside a saved page.
   */
  importInlet(fileId: string, pictures: readonly string[]): Promise<Imported>;
  /** Asks an import to stop, which then refuses `cancelled`; one that is over stays as it is. */
  cancel(fileId: string): void;
  /** Stops all and waits until they have cleaned up: before the app quits. */
  cancelAll(): Promise<void>;
  /**
   * The same for a file that lies anywhere. Repairs of the chosen kinds are made as a revision of their own.
   */
  importFile(source: ImportSource, repair: readonly RepairKind[]): Promise<Imported>;
  /** A draft with a figure for each of these pictures, in the order in which they were taken. Refuses `asset-missing`. */
  importPictures(sha256s: readonly string[]): Promise<string>;
  /** What the newest words of a draft need. */
  findRepairs(draftId: string): Promise<readonly RepairPlace[]>;
}

export interface ImportServicePorts {
  readonly inlet: InletFiles;
  readonly pages: PageImporter;
  readonly script: () => Promise<ScriptConverter>;
  readonly media: Pick<MediaService, 'importFile' | 'importInlet' | 'describe'>;
  readonly log: Log;
  readonly events: EventSink;
  readonly readProfile: () => Promise<BureauProfile>;
  /** Keeps the content as a new draft whose first revision has the kind `imported`; answers the draft's id. */
  readonly createDraft: (content: DraftContent) => Promise<string>;
  readonly readContent: (draftId: string) => Promise<DraftContent>;
  /** Keeps other words as the draft's newest revision. */
  readonly saveContent: (draftId: string, content: DraftContent) => Promise<unknown>;
}

/** How an import is followed and stopped. */
interface Watch {
  readonly signal: AbortSignal;
  readonly step: (step: EventPayload<'import:step'>['step'], done: number, total: number) => void;
}

const unwatched: Watch = { signal: new AbortController().signal, step: () => undefined };

/** What was written elsewhere becomes drafts. */
export function importService(ports: ImportServicePorts): ImportService {
  const { inlet, pages, script, media, log, readProfile, createDraft } = ports;
  const running = new Map<string, { readonly abort: AbortController; readonly end: Promise<unknown> }>();

  async function importFile(
    source: ImportSource,
    repair: readonly RepairKind[],
    { signal, step }: Watch = unwatched,
  ): Promise<Imported> {
    const { path, name } = source;
    const kind = await pages.kind(path, name);
    if (kind === 'archive') return { outcome: 'archive' };
    if (kind === 'picture') {
      const { sha256 } = await media.importFile(path, name, { acceptTruncated: false });
      const draftId = await importPictures([sha256]);
      return { outcome: 'draft', draftId, report: pictureReport(name) };
    }
    step('words', 0, 1);
    const page = await pages.read(source, await readProfile(), signal);
    const { refused, animated } = await takePictures(page.pictures, { signal, step });
    if (signal.aborted) throw new AppError('cancelled');
    const content = withoutPictures(page.content, new Set(refused.map(({ sha256 }) => sha256)));
    const draftId = await createDraft(content);
    const places = findRepairs(content, await script());
    const made = places.filter((place) => repair.includes(place.kind));
    if (made.length > 0) await ports.saveContent(draftId, applyRepairs(content, made));
    const report: ImportReport = {
      ...page.report,
      notes: [...page.report.notes, ...firstFrames(animated)],
      pictures: {
        taken: page.pictures.length - refused.length,
        refused: refused.map(({ name: picture, code }) => ({ name: picture, code })),
      },
      repairs: countRepairs(repair.length > 0 ? made : places),
      repaired: made.length > 0,
    };
    logImport(draftId, page, report);
    return { outcome: 'draft', draftId, report };
  }

  async function takeSource(fileId: string, pictures: readonly string[]): Promise<ImportSource> {
    const [file, ...beside] = await Promise.all([inlet.take(fileId), ...pictures.map(async (id) => inlet.take(id))]);
    return { ...file, beside };
  }

  /** Keeps the pictures in the private store; answers those that were refused, and why, and those with several frames. */
  async function takePictures(pictures: readonly ImportedPicture[], { signal, step }: Watch) {
    const refused: { sha256: string; name: string; code: AppError['code'] }[] = [];
    const animated: string[] = [];
    for (const [index, { sha256, name, bytes }] of pictures.entries()) {
      if (signal.aborted) throw new AppError('cancelled');
      step('pictures', index, pictures.length);
      const fileId = await inlet.begin(name, bytes.byteLength);
      try {
        await inlet.append(fileId, 0, bytes);
        const { frames } = await media.importInlet(fileId, { acceptTruncated: false });
        if (frames > 1) animated.push(name);
      } catch (thrown) {
        if (!(thrown instanceof AppError) || !(thrown.code.startsWith('picture-') || thrown.code === 'file-empty'))
          throw thrown;
        refused.push({ sha256, name, code: thrown.code });
        // One that is cut short waits for an answer that nobody is asked for here.
        await inlet.discard(fileId).catch(() => undefined);
      }
    }
    return { refused, animated };
  }

  async function importPictures(sha256s: readonly string[]): Promise<string> {
    const assets = await media.describe(sha256s);
    if (assets.length < new Set(sha256s).size) throw new AppError('asset-missing');
    const content = emptyContent(await readProfile());
    const figures = assets
      .toSorted(byTimeTaken)
      .map(({ sha256 }): FigureNode => ({ type: 'figure', asset: sha256, alt: '', credit: '', children: [] }));
    const children = [...content.document.children, ...figures];
    return createDraft({ ...content, document: { ...content.document, children } });
  }

  function logImport(draftId: string, { report }: ImportedPage, { pictures, repairs }: ImportReport): void {
    log.info('import.page', {
      draftId,
      kind: report.kind,
      encoding: report.encoding,
      changes: report.changes.reduce((sum, change) => sum + change.count, 0),
      setApart: report.setApart.length,
      pictures: pictures.taken,
      picturesRefused: pictures.refused.length,
      repairs: repairs.reduce((sum, { count }) => sum + count, 0),
    });
  }

  return {
    importFile,
    importPictures,
    async importInlet(fileId, pictures) {
      const abort = new AbortController();
      const step: Watch['step'] = (step, done, total) =>
        ports.events.emit('import:step', { fileId, step, done, total });
      const imported = takeSource(fileId, pictures).then((source) =>
        importFile(source, [], { signal: abort.signal, step }),
      );
      running.set(fileId, { abort, end: imported.catch(() => undefined) });
      try {
        return await imported;
      } finally {
        running.delete(fileId);
        for (const id of [fileId, ...pictures]) await inlet.discard(id);
      }
    },
    cancel: (fileId) => running.get(fileId)?.abort.abort(),
    async cancelAll() {
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(async ({ end }) => end));
    },
    findRepairs: async (draftId) => findRepairs(await ports.readContent(draftId), await script()),
  };
}

/** Pictures that do not say when they were taken stand last, by name. */
function byTimeTaken(a: Asset, b: Asset): number {
  const [earlier, later] = [a, b].map(({ takenAt }) => takenAt ?? '9999');
  if (earlier !== later) return (earlier ?? '') < (later ?? '') ? -1 : 1;
  return a.name.localeCompare(b.name, 'zh', { numeric: true });
}

function firstFrames(names: readonly string[]): ImportReport['notes'] {
  return names.length > 0 ? [{ kind: 'first-frames', count: names.length, names: names.slice(0, 50) }] : [];
}

/** The content without pictures that were refused: their figures wait for others. */
function withoutPictures(content: DraftContent, refused: ReadonlySet<string>): DraftContent {
  if (!assetsOf(content.document).some((sha256) => refused.has(sha256))) return content;
  const without = <Picture extends FigurePicture>(picture: Picture): Picture =>
    picture.asset !== null && refused.has(picture.asset) ? { ...picture, asset: null } : picture;
  const children = content.document.children.map((block): BlockNode => {
    if (block.type !== 'figure') return block;
    return { ...without(block), ...(block.beside && { beside: block.beside.map(without) }) };
  });
  return { ...content, document: { ...content.document, children } };
}

function pictureReport(fileName: string): ImportReport {
  return {
    fileName,
    kind: 'pictures',
    encoding: null,
    changes: [],
    setApart: [],
    pictures: { taken: 1, refused: [] },
    notes: [],
    repairs: [],
    repaired: false,
  };
}
