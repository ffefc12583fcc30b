import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import { bureauProfileSchema, type BureauProfile } from '#shared/model/bureau-profile.ts';
import { draftContentSchema, type DraftContent } from '#shared/model/draft.ts';

/** A picture file of a sample draft. Its SHA-256 is what the draft's figures name as their asset. */
interface SamplePicture {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
}

interface SampleDraft {
  readonly content: DraftContent;
  /** In the order of the figures, each once. Take them in (`MediaService.importFile`) before the draft is made. */
  readonly pictures: readonly SamplePicture[];
}

/** What the app brings along. Read when asked for; nothing of it is executable. */
export interface Resources {
  /** The built-in sample bureau. Refuses `profile-invalid`. */
  readSampleProfile(): Promise<BureauProfile>;
  /** Sample drafts of the sample bureau, in the order of their file names. */
  readSampleDrafts(): Promise<readonly SampleDraft[]>;
}

/** @param folder the project's `resources` folder, wherever the app lies */
export function resources(folder: string): Resources {
  const samples = join(folder, 'samples');
  return {
    readSampleProfile: async () => readProfileFile(join(folder, 'bureau-profiles', 'sample.json')),

    async readSampleDrafts() {
      const pictures = await readPictures(join(samples, 'pictures'));
      const files = (await readdir(samples)).filter((name) => name.endsWith('.json')).sort();
      return Promise.all(
        files.map(async (file) => {
          const content = draftContentSchema.parse(JSON.parse(await readFile(join(samples, file), 'utf8')));
          const wanted = new Set(assetsOf(content.document));
          const found = [...wanted].flatMap((sha256) => pictures.filter((picture) => picture.sha256 === sha256));
          return { content, pictures: found };
        }),
      );
    },
  };
}

/** Reads a bureau profile from a file. Refuses `profile-invalid` with the first place that is wrong. */
export async function readProfileFile(path: string): Promise<BureauProfile> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new AppError('profile-invalid', { place: '' }, { cause });
  }
  const parsed = bureauProfileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('profile-invalid', { place }, { cause: parsed.error });
}

async function readPictures(folder: string): Promise<readonly SamplePicture[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const sha256 = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
      return { path, name, sha256 };
    }),
  );
}
