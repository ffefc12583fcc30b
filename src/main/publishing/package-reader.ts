import { AppError, toCodedError, type CodedError } from '#shared/errors.ts';
import type { PackageAbout, VerifyReport } from '#shared/model/package-record.ts';
import { reviewSteps } from '#shared/model/review.ts';
import { reviewStatus } from '#shared/review/review-state.ts';
import type {
  BagKind,
  PackageReader,
  ProvenZip,
  ReadBag,
  ReadExchangeFile,
  ReadOptions,
  ReadPackage,
  ReadReviewFile,
} from '#main/services/ports/package-reader.ts';
import { fileChecksum } from '../files/checksum.ts';
import { readPackageParts, readReviewFileParts } from './bag-metadata.ts';
import { bagRefusals, bagText, type OpenBag } from './bag-reader.ts';
import { checkSignature, claimedSigner } from './bag-signature.ts';
import { bagProfiles } from './bag.ts';
import { readExchangeParts } from './exchange-file-parts.ts';
import { openBagInPlace, unpackBag, type OpenZip } from './open-bag.ts';

/** Reads a package; see `PackageReader`. */
export async function readPackage(zipPath: string, options: ReadOptions): Promise<ReadPackage> {
  return readWith(zipPath, options, 'package', readPackageParts);
}

/** Reads a review file (审稿包); see `PackageReader`. */
export async function readReviewFile(zipPath: string, options: ReadOptions): Promise<ReadReviewFile> {
  return readWith(zipPath, options, 'review-file', readReviewFileParts);
}

/** Reads an exchange file (稿件包); see `PackageReader`. */
export async function readExchangeFile(zipPath: string, options: ReadOptions): Promise<ReadExchangeFile> {
  return readWith(zipPath, options, 'exchange', readExchangeParts);
}

/** Judges a zip in place; see `PackageReader`. */
async function prove(zipPath: string, kind: BagKind, options: ReadOptions): Promise<ProvenZip> {
  const bag = await openBagInPlace(zipPath, options);
  try {
    await judge(bag, kind, options);
    await partsOf[kind](bag);
    return { zipSha256: bag.zipSha256, zipBytes: bag.zipBytes };
  } finally {
    await bag.dispose();
  }
}

/** Tells all that is wrong with a package or review file; see `PackageReader`. */
export async function verifyPackage(zipPath: string, options: ReadOptions): Promise<VerifyReport> {
  const { sha256: zipSha256 } = await fileChecksum(zipPath);
  const report = { valid: false, name: '', headline: '', about: null, zipSha256, signedBy: '', files: [] };
  let bag: OpenZip;
  try {
    bag = await openBagInPlace(zipPath, options);
  } catch (thrown) {
    return { ...report, refusals: [refusalOf(thrown)] };
  }
  try {
    const kind = await kindOf(bag);
    const refusals: CodedError[] = [...(await bagRefusals(bag, kind))];
    await checkSignature(bag, kind, options.keyRing).catch((thrown: unknown) => refusals.push(refusalOf(thrown)));
    let headline = '';
    let about: PackageAbout | null = null;
    // Words of a bag that was tampered with are not worth reading.
    if (refusals.length === 0) {
      try {
        ({ headline, about } = await tellBag(bag, kind));
      } catch (thrown) {
        refusals.push(refusalOf(thrown));
      }
    }
    return {
      valid: refusals.length === 0,
      name: bag.name,
      headline,
      about,
      zipSha256,
      signedBy: await claimedSigner(bag).catch(() => ''),
      files: [...filesOf(bag)],
      refusals: refusals.map(({ code, params }) => ({ code, params })),
    };
  } finally {
    await bag.dispose();
  }
}

const partsOf = {
  package: readPackageParts,
  'review-file': readReviewFileParts,
  exchange: readExchangeParts,
} as const;

export const packageReader: PackageReader = { readPackage, readReviewFile, readExchangeFile, prove, verifyPackage };

/** The reader with a temporary folder of its own, where words do not lie about for others when the app is killed. */
export function packageReaderIn(temporaryFolder: string): PackageReader {
  const placed = (options: ReadOptions): ReadOptions => ({ temporaryFolder, ...options });
  return {
    readPackage: async (zipPath, options) => readPackage(zipPath, placed(options)),
    readReviewFile: async (zipPath, options) => readReviewFile(zipPath, placed(options)),
    readExchangeFile: async (zipPath, options) => readExchangeFile(zipPath, placed(options)),
    prove: async (zipPath, kind, options) => prove(zipPath, kind, placed(options)),
    verifyPackage: async (zipPath, options) => verifyPackage(zipPath, placed(options)),
  };
}

async function readWith<Parts extends object>(
  zipPath: string,
  options: ReadOptions,
  kind: BagKind,
  readParts: (bag: OpenBag) => Promise<Parts>,
): Promise<Parts & Omit<ReadBag, 'content' | 'contentHash'>> {
  const bag = await unpackBag(zipPath, options);
  try {
    const signedBy = await judge(bag, kind, options);
    const parts = await readParts(bag);
    const { name, folder, zipSha256, zipBytes } = bag;
    return {
      ...parts,
      name,
      folder,
      zipSha256,
      zipBytes,
      files: filesOf(bag),
      signedBy,
      dispose: async () => bag.dispose(),
    };
  } catch (thrown) {
    await bag.dispose();
    throw thrown;
  }
}

/** Throws the gravest refusal of what every bag must be; answers who signed it. */
async function judge(bag: OpenBag, kind: BagKind, options: ReadOptions): Promise<string> {
  const [refusal] = await bagRefusals(bag, kind);
  if (refusal) throw refusal;
  return checkSignature(bag, kind, options.keyRing);
}

async function kindOf(bag: OpenBag): Promise<BagKind> {
  const info = await bagText(bag, 'bag-info.txt').catch(() => '');
  const kinds = ['review-file', 'exchange'] as const;
  return kinds.find((kind) => info.includes(`\nBagIt-Profile-Identifier: ${bagProfiles[kind]}`)) ?? 'package';
}

/** What a bag is about, once all that it says was proven; no headline for one of several drafts. */
async function tellBag(bag: OpenBag, kind: BagKind): Promise<Pick<VerifyReport, 'headline' | 'about'>> {
  switch (kind) {
    case 'exchange':
      await readExchangeParts(bag);
      return { headline: '', about: null };
    case 'review-file':
      return { headline: (await readReviewFileParts(bag)).content.metadata.headline, about: null };
    case 'package': {
      const parts = await readPackageParts(bag);
      return { headline: parts.content.metadata.headline, about: aboutPackage(parts) };
    }
  }
}

/** What a package that hangs together says of itself. */
function aboutPackage({
  pageMeta,
  images,
  review,
  checks,
}: Awaited<ReturnType<typeof readPackageParts>>): PackageAbout {
  const { action, article, column } = pageMeta;
  const { passed } = reviewStatus(review.records, review.contentHash);
  return {
    action: action.kind,
    reason: action.kind === 'publish' ? '' : action.reason,
    column: column.name,
    contentSource: article.contentSource,
    pubDate: article.pubDate,
    pictures: images.images.length,
    attachments: pageMeta.attachments?.length ?? 0,
    signedOff: reviewSteps.flatMap((step) => {
      const record = passed[step];
      return record ? [{ step, name: record.by.name, at: record.at }] : [];
    }),
    waived: checks.waivers.map(({ reason, by }) => ({ reason, name: by.name })),
  };
}

function filesOf(bag: OpenBag): ReadBag['files'] {
  return [...bag.files]
    .map(([path, { bytes, sha256 }]) => ({ path, bytes, sha256 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** As a value: an error that crosses to the window loses its code on the way. */
function refusalOf(thrown: unknown): CodedError {
  if (thrown instanceof AppError) return toCodedError(thrown);
  throw thrown;
}
