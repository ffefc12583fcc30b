import type { MediaFiles } from './services/ports/media-files.ts';
import type { DocxWriter } from './services/ports/docx-writer.ts';
import type { LivePages } from './services/ports/live-pages.ts';
import type { PictureMaker } from './services/ports/picture-maker.ts';
import type { PortalClient } from './services/ports/portal-client.ts';
import type { WayOut } from './portal/way-out.ts';
import type { ScriptConverter } from '#shared/house-style/repairs/find-repairs.ts';

/*
 * What stands on large libraries that a start does not need: each is read with the first call. Reading hundreds of files
 * at the start took longer than all else it does.
 */

export const latePictureMaker = (options: { readonly heicWorker: URL }): PictureMaker =>
  latePort<PictureMaker>({ make: true, edit: true, hash: true, takenAt: true }, async () =>
    (await import('./files/picture-maker.ts')).pictureMaker(options),
  );

export const lateDocxWriter = (media: Pick<MediaFiles, 'read'>): DocxWriter =>
  latePort<DocxWriter>({ write: true, writeInto: true }, async () =>
    (await import('./publishing/docx/docx-writer.ts')).docxWriter(media),
  );

export const latePortalClient = (options: { readonly wayOut: WayOut }): PortalClient =>
  latePort<PortalClient>({ send: true, discard: true }, async () =>
    (await import('./portal/portal-client.ts')).portalClient(options),
  );

export const lateLivePages = (wayOut: WayOut): LivePages =>
  latePort<LivePages>({ compare: true }, async () =>
    (await import('./portal/live-page/live-pages.ts')).livePages(wayOut),
  );

export const lateScriptConverter = async (): Promise<ScriptConverter> =>
  (await import('./publishing/import/script.ts')).scriptConverter;

type Methods<Port> = { readonly [Name in keyof Port]: (...given: never[]) => Promise<unknown> };

/**
 * A port that is made with its first call. Every method is named, for there is nothing yet that has them. What could not be
 * read, as a virus scanner holds it, is tried again with the next call.
 */
export function latePort<Port extends Methods<Port>>(
  methods: Readonly<Record<keyof Port, true>>,
  load: () => Promise<Port>,
): Port {
  let loaded: Promise<Port> | undefined;
  const port = async (): Promise<Port> => {
    try {
      return await (loaded ??= load());
    } catch (thrown) {
      loaded = undefined;
      throw thrown;
    }
  };
  const names = Object.keys(methods) as (keyof Port)[];
  const late = names.map((name) => {
    const method = async (...given: never[]): Promise<unknown> => (await port())[name](...given);
    return [name, method] as const;
  });
  return Object.fromEntries(late) as unknown as Port;
}
