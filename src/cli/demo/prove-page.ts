import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { VerifyReport } from '#shared/model/package-record.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { figuresOf, inlineText } from '#shared/document/walk.ts';
import { requiredTags, type PublishedPage } from './published-page.ts';

/** One thing that must hold of a published page, and whether it does. */
export interface Proof {
  readonly what: string;
  readonly holds: boolean;
  /** What was found instead, empty when it holds. */
  readonly found: string;
}

/** Holds the page that a visitor gets against the draft, the package and the portal's receipt. */
export function provePage(
  page: PublishedPage,
  expected: {
    readonly content: DraftContent;
    readonly profile: BureauProfile;
    readonly report: VerifyReport;
    readonly receipt: Receipt;
  },
): readonly Proof[] {
  const { content, profile, report, receipt } = expected;
  const figures = figuresOf(content.document);
  const wanted = wantedTags(content, profile);
  const hashes = new Map(receipt.body.files.map((file) => [file.path, file.sha256]));
  return [
    ...requiredTags.map((name) => {
      const found = page.tags[name] ?? '';
      const holds = name === 'PubDate' ? /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(found) : found === wanted[name];
      return proof(`标签 ${name}`, holds, found);
    }),
    proof('图片数量', page.pictures.length === figures.length, `${page.pictures.length}`),
    ...page.pictures.flatMap((picture, index) => {
      const caption = figures[index] ? `${profile.captionMark}${inlineText(figures[index].children)}` : '';
      const size = `${picture.actualWidth}×${picture.actualHeight}`;
      const upright = picture.width === picture.actualWidth && picture.height === picture.actualHeight;
      return [
        proof(`图 ${index + 1} 说明`, caption !== '' && picture.caption.startsWith(caption), picture.caption),
        proof(`图 ${index + 1} 方向和尺寸`, upright, size),
        proof(`图 ${index + 1} 不带拍摄信息`, !picture.hasMetadata, 'EXIF'),
        proof(`图 ${index + 1} 与回执一致`, [...hashes.values()].includes(picture.sha256), picture.sha256),
      ];
    }),
    proof('回执的发布包校验值', receipt.body.zipSha256 === report.zipSha256, receipt.body.zipSha256),
    proof(
      '回执逐个文件的校验值',
      report.files.length > 0 && report.files.every((file) => hashes.get(file.path) === file.sha256),
      `${hashes.size}`,
    ),
  ];
}

function wantedTags(
  { metadata }: DraftContent,
  { site, columns }: BureauProfile,
): Readonly<Record<string, string | undefined>> {
  const column = columns.find((entry) => entry.id === metadata.columnId);
  return {
    SiteName: site.siteName,
    SiteDomain: site.siteDomain,
    SiteIDCode: site.siteIdCode,
    ColumnName: column?.name,
    ColumnDescription: column?.description,
    ColumnKeywords: column?.keywords.join(','),
    ColumnType: column?.type,
    ArticleTitle: metadata.headline,
    ContentSource: metadata.contentSource,
  };
}

function proof(what: string, holds: boolean, found: string): Proof {
  return { what, holds, found: holds ? '' : found };
}
