import type { DraftContent } from '../../model/draft.ts';
import type { Ninjs } from '../../model/ninjs.ts';
import type { PackageAttachment, PackageImages, PageMeta } from '../../model/package.ts';
import { documentStatistics } from '../statistics.ts';

export interface NinjsInputs {
  readonly content: DraftContent;
  readonly pageMeta: PageMeta;
  readonly images: PackageImages;
  /** The package's name and the revision that it holds. */
  readonly name: string;
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly html: string;
  readonly text: string;
}

/** The article as IPTC ninjs 3.1. Pictures are named by their hash (`ni:`, RFC 6920), for they have no address yet. */
export function renderNinjs(inputs: NinjsInputs): Ninjs {
  const { content, pageMeta, images } = inputs;
  const { article } = pageMeta;
  const charCount = documentStatistics(content.document).characters;
  return {
    uri: `urn:uuid:${pageMeta.draftId}`,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    version: String(inputs.revision),
    versionCreated: inputs.at,
    pubStatus: pageMeta.action.kind === 'withdraw' ? 'canceled' : 'usable',
    ...(content.metadata.plannedAt ? { embargoedUntil: content.metadata.plannedAt } : {}),
    language: 'zh-Hans-CN',
    title: article.title,
    headlines: [
      words('main', article.title),
      ...(article.subheadline ? [words('sub', article.subheadline)] : []),
      ...(article.listTitle === undefined ? [] : [words('list', article.listTitle)]),
    ],
    descriptions: [words('summary', article.description)],
    bodies: [
      { role: 'main', contentType: 'text/html', charCount, value: inputs.html },
      { role: 'main', contentType: 'text/plain', charCount, value: inputs.text },
    ],
    ...(article.author ? { by: article.author } : {}),
    infoSources: [{ name: article.contentSource, role: pageMeta.origin.kind }],
    subjects: article.keywords.map((keyword) => ({ name: keyword, rel: 'keyword' })),
    copyrightHolder: article.contentSource,
    altIds: [{ role: 'package', value: inputs.name }],
    associations: [...images.images.map(figure), ...(pageMeta.attachments ?? []).map(attachment)],
  };
}

type Association = Ninjs['associations'][number];

function figure(image: PackageImages['images'][number], index: number): Association {
  return {
    name: `figure-${index + 1}`,
    rel: 'figure',
    uri: namedInformation(image.sha256),
    type: 'picture',
    ...(image.credit ? { by: image.credit } : {}),
    descriptions: [words('caption', image.caption), words('alt', image.alt)],
    copyrightHolder: image.rights,
    renditions: [rendition('display', image), rendition('thumbnail', image.thumbnail)],
  };
}

function attachment({ name, type, sha256, bytes }: PackageAttachment, index: number): Association {
  const uri = namedInformation(sha256);
  return {
    name: `attachment-${index + 1}`,
    rel: 'attachment',
    uri,
    type: 'component',
    title: name,
    renditions: [{ name: 'file', href: `${uri}?ct=${type}`, contentType: type, sizeInBytes: bytes }],
  };
}

function words(role: string, value: string): Ninjs['headlines'][number] {
  return { role, contentType: 'text/plain', value };
}

function rendition(name: 'display' | 'thumbnail', file: PackageImages['images'][number]['thumbnail']) {
  return {
    name,
    href: `${namedInformation(file.sha256)}?ct=${file.type}`,
    contentType: file.type,
    width: file.width,
    height: file.height,
    sizeInBytes: file.bytes,
  };
}

function namedInformation(sha256: string): string {
  return `ni:///sha-256;${base64UrlOfHex(sha256)}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 4648 §5) of the bytes that a hexadecimal text stands for. */
function base64UrlOfHex(hex: string): string {
  const bits = hex
    .split('')
    .map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('');
  const sextets = bits.match(/.{1,6}/g) ?? [];
  return sextets.map((sextet) => alphabet[Number.parseInt(sextet.padEnd(6, '0'), 2)] ?? '').join('');
}
