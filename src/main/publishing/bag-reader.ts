import { AppError } from '#shared/errors.ts';
import type { BagKind } from '#main/services/ports/package-reader.ts';
import type { ChecksumAlgorithm } from '../files/checksum.ts';
import type { ProvenFile } from '../files/zip-proof.ts';
import { bagDeclaration, bagProfiles, payloadManifests, signaturePath, tagManifestPath } from './bag.ts';

/** A bag whose files are what the archive said of them. */
export interface OpenBag {
  readonly name: string;
  /** Holds the files that were unpacked. */
  readonly folder: string;
  /** All files by path below the top folder. */
  readonly files: ReadonlyMap<string, ProvenFile>;
  /** The bytes of one of them, unpacked or not. */
  read(path: string): Promise<Buffer>;
}

/** The one top folder of all paths. Refuses `archive-top-folder` and `archive-nested-bag`. */
export function topFolder(paths: readonly string[]): string {
  const tops = new Set(paths.map((path) => path.split('/', 1)[0] ?? ''));
  const [top = ''] = tops;
  if (tops.size !== 1 || paths.some((path) => !path.includes('/'))) throw new AppError('archive-top-folder');
  const nested = paths.find((path) => /\/bagit\.txt$/i.test(path) && path.split('/').length !== 2);
  if (nested !== undefined) throw new AppError('archive-nested-bag', { path: nested });
  return top;
}

export async function bagText(bag: OpenBag, path: string): Promise<string> {
  if (!bag.files.has(path)) throw new AppError('bag-incomplete', { path });
  const bytes = await bag.read(path);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) throw new AppError('bag-malformed', { path });
  return text;
}

/**
 * Everything that BagIt 1.0 (RFC 8493) asks of a bag, stricter where it leaves a choice: manifests are complete both
 * ways, every hash is right, nothing is to be fetched. Answers all refusals, the first being the gravest.
 */
export async function bagRefusals(bag: OpenBag, kind: BagKind): Promise<readonly AppError[]> {
  const refusals: AppError[] = [];
  const attempt = async (check: () => Promise<void>): Promise<void> =>
    check().catch((thrown: unknown) => {
      if (!(thrown instanceof AppError)) throw thrown;
      refusals.push(thrown);
    });
  await attempt(async () => {
    if (bag.files.has('fetch.txt')) throw new AppError('bag-fetch-refused');
  });
  await attempt(async () => {
    if ((await bagText(bag, 'bagit.txt')) !== bagDeclaration)
      throw new AppError('bag-malformed', { path: 'bagit.txt' });
  });
  await attempt(async () => judgeKind(await bagInfo(bag), kind));
  const payload = [...bag.files.values()].filter((file) => below(bag, file).startsWith('data/'));
  const tags = [...bag.files.values()].filter((file) => {
    const path = below(bag, file);
    return !path.startsWith('data/') && path !== tagManifestPath && path !== signaturePath;
  });
  for (const [path, algorithm, files] of [
    [tagManifestPath, 'sha256', tags],
    [payloadManifests.sha256, 'sha256', payload],
    [payloadManifests.sha512, 'sha512', payload],
  ] as const) {
    await attempt(async () => {
      refusals.push(...judgeManifest(bag, path, await bagText(bag, path), algorithm, files));
    });
  }
  await attempt(async () => judgeInfo(bag, await bagInfo(bag)));
  return refusals;
}

function below(bag: OpenBag, file: ProvenFile): string {
  return file.path.slice(bag.name.length + 1);
}

/** `bag-info.txt` by label. Refuses labels that come twice and folded lines: we write neither. */
async function bagInfo(bag: OpenBag): Promise<ReadonlyMap<string, string>> {
  const lines = (await bagText(bag, 'bag-info.txt')).split('\n');
  const info = new Map<string, string>();
  const ended = lines.pop() === '';
  for (const line of lines) {
    const [, label = '', value = ''] = /^([A-Za-z-]+): (.*)$/.exec(line) ?? [];
    if (label === '' || info.has(label)) throw new AppError('bag-malformed', { path: 'bag-info.txt' });
    info.set(label, value);
  }
  if (!ended) throw new AppError('bag-malformed', { path: 'bag-info.txt' });
  return info;
}

function judgeKind(info: ReadonlyMap<string, string>, kind: BagKind): void {
  const profile = info.get('BagIt-Profile-Identifier') ?? '';
  if (!profile.startsWith(bagProfiles[kind])) throw new AppError('package-wrong-kind');
  if (profile !== `${bagProfiles[kind]}1`) throw new AppError('package-newer', { file: 'bag-info.txt' });
}

function judgeInfo(bag: OpenBag, info: ReadonlyMap<string, string>): void {
  const payload = [...bag.files].filter(([path]) => path.startsWith('data/')).map(([, file]) => file.bytes);
  const oxum = `${payload.reduce((sum, bytes) => sum + bytes, 0)}.${payload.length}`;
  if (info.get('Payload-Oxum') !== oxum || info.get('External-Identifier') !== bag.name) {
    throw new AppError('bag-malformed', { path: 'bag-info.txt' });
  }
}

function judgeManifest(
  bag: OpenBag,
  manifestPath: string,
  text: string,
  algorithm: ChecksumAlgorithm,
  files: readonly ProvenFile[],
): readonly AppError[] {
  const named = parseManifest(manifestPath, text, algorithm);
  const missing = [...named.keys()].filter((path) => !files.some((file) => below(bag, file) === path));
  return [
    ...missing.map((path) => new AppError('bag-incomplete', { path })),
    ...files.flatMap((file) => {
      const path = below(bag, file);
      const digest = named.get(path);
      if (digest === undefined) return new AppError('bag-foreign-file', { path });
      return digest === file[algorithm] ? [] : new AppError('bag-hash-mismatch', { path });
    }),
  ];
}

/** Exactly the lines that we and `sha256sum` write: digest, two spaces, path, LF. */
function parseManifest(manifestPath: string, text: string, algorithm: ChecksumAlgorithm): ReadonlyMap<string, string> {
  const line = algorithm === 'sha256' ? /^([0-9a-f]{64}) {2}(\S.*)$/ : /^([0-9a-f]{128}) {2}(\S.*)$/;
  const lines = text.split('\n');
  const named = new Map<string, string>();
  if (lines.pop() !== '') throw new AppError('bag-malformed', { path: manifestPath });
  for (const entry of lines) {
    const [, digest = '', path = ''] = line.exec(entry) ?? [];
    if (digest === '' || named.has(path)) throw new AppError('bag-malformed', { path: manifestPath });
    named.set(path, digest);
  }
  return named;
}
