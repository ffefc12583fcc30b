import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { mediaFiles } from '#main/files/media-files.ts';
import { signingKeyOfSeed } from '#main/publishing/minisign.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { packageWriter } from '#main/publishing/package-writer.ts';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import type { PackageInputs, WrittenZip } from '#main/services/ports/package-writer.ts';
import type { FigureNode } from '#shared/document/schema.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Amendment, DraftContent } from '#shared/model/draft.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { storedAttachment } from './attachments.ts';
import { contentOf } from './content.ts';
import { signedOff } from './review-record.ts';
import { writer } from './signatory.ts';

export const testDraftId = testId(1, 0xd);
/** Keys of the tests' own; never those of a workstation. */
export const packageKey = signingKeyOfSeed(createHash('sha256').update('package key of the tests').digest());
export const reviewKey = signingKeyOfSeed(createHash('sha256').update('review key of the tests').digest());

/** A picture that lies in the store, as it would after an import. */
export async function storedPicture(media: MediaFiles, colour: string): Promise<Asset> {
  const draw = async (width: number, height: number): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: colour } })
      .jpeg({ quality: 82 })
      .toBuffer();
  const rendition = async (width: number, height: number) => {
    const bytes = await draw(width, height);
    return { sha256: await media.put(bytes), width, height, bytes: bytes.byteLength };
  };
  const original = await draw(2000, 1500);
  return {
    sha256: await media.put(original),
    name: `${colour.slice(1)}.jpg`,
    type: 'image/jpeg',
    bytes: original.byteLength,
    width: 2000,
    height: 1500,
    takenAt: null,
    hadLocation: true,
    hasOriginal: true,
    display: await rendition(1600, 1200),
    thumbnail: await rendition(480, 360),
  };
}

export function figureOf(asset: Pick<Asset, 'sha256'>, caption: string): FigureNode {
  return {
    type: 'figure',
    asset: asset.sha256,
    alt: `照片：${caption}`,
    credit: '摄影员戊',
    children: [{ type: 'text', text: caption }],
  };
}

/** A release with two pictures, links, a list and boilerplate. */
export function releaseWith(assets: readonly Asset[]): DraftContent {
  return contentOf(
    '市住建局开展房屋安全排查“回头看”',
    [
      '3月16日，市住建局组织开展房屋安全排查。',
      ...assets.map((asset, index) => figureOf(asset, `工作人员在第${index + 1}处现场检查`)),
      { type: 'heading', level: 2, children: [{ type: 'text', text: '下一步' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '详情见' },
          { type: 'link', url: 'https://www.gov.cn/zhengce/', children: [{ type: 'text', text: '中国政府网' }] },
          { type: 'text', text: '和' },
          { type: 'link', url: 'https://example.com/a?b=1&c=2', children: [{ type: 'text', text: '外部 <网站>' }] },
        ],
      },
      {
        type: 'boilerplate',
        id: 'copyright',
        version: 1,
        values: {},
        text: '凡本网注明“稿件来源”的所有文字、图片和音视频稿件，转载须注明来源。',
      },
    ],
    {
      listTitle: '房屋安全“回头看”',
      columnId: 'work-news',
      contentSource: '市住房和城乡建设局',
      authors: ['拟稿员甲'],
      keywords: ['房屋安全', '排查'],
      abstract: '市住建局组织开展房屋安全排查“回头看”。',
      contactPhone: '0750-5524538',
    },
  );
}

/** The same release as a correction or withdrawal of what was published before, with its own sign-off. */
export function amended(inputs: PackageInputs, kind: Amendment['kind']): Pick<PackageInputs, 'content' | 'records'> {
  const amendment: Amendment = {
    kind,
    replaces: 'TSZJ-20221120-0007-r2',
    reason: '数字有误，已核对',
    publishedAt: '2022-11-20T01:30:00.000Z',
    at: '2026-11-23T05:00:00.000Z',
  };
  const content = { ...inputs.content, metadata: { ...inputs.content.metadata, amendment } };
  return { content, records: signedOff(inputs.draftId, content) };
}

export interface PackageBench {
  readonly media: MediaFiles;
  readonly inputs: PackageInputs;
  write(changes?: Partial<PackageInputs>): Promise<WrittenZip>;
}

/** Everything to build packages with in a folder; `write` puts them into `<folder>/packages`. */
export async function packageBench(folder: string): Promise<PackageBench> {
  const media = mediaFiles(join(folder, 'media'));
  const assets = [await storedPicture(media, '#803020'), await storedPicture(media, '#205080')];
  const release = releaseWith(assets);
  const attachments = [
    await storedAttachment(media, '房屋安全排查须知.pdf'),
    await storedAttachment(media, '小区名单（第一批）.csv'),
  ];
  const content = { ...release, metadata: { ...release.metadata, attachments } };
  const inputs: PackageInputs = {
    draftId: testDraftId,
    number: 7,
    revision: 3,
    authorId: writer.id,
    content,
    profile: sampleProfile,
    records: signedOff(testDraftId, content),
    assets,
    checks: { rulePack: { version: '1', sha256: '0'.repeat(64) }, findings: [], waivers: [] },
    at: '2026-11-23T06:03:22.000Z',
    agent: 'Gaoqian 0.1.0',
    key: packageKey,
  };
  const maker = packageWriter(media, packageReader);
  return {
    media,
    inputs,
    write: async (changes) => maker.writePackage({ ...inputs, ...changes }, { folder: join(folder, 'packages') }),
  };
}
