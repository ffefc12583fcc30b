import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { VerifyReport } from '#shared/model/package-record.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import type { FigureNode } from '#shared/document/schema.ts';
import { figuresOf, inlineText, picturesOf, shownCaption } from '#shared/document/walk.ts';
import { requiredTags, type PublishedFigure, type PublishedPage, type PublishedPicture } from './published-page.ts';

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
  const wanted = wantedTags(content, profile);
  const hashes = new Map(receipt.body.files.map((file) => [file.path, file.sha256]));
  return [
    ...requiredTags.map((name) => {
      const found = page.tags[name] ?? '';
      const holds = name === 'PubDate' ? /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(found) : found === wanted[name];
      return proof(`标签 ${name}`, holds, found);
    }),
    ...proveFigures(page.figures, figuresOf(content.document), profile.captionMark, new Set(hashes.values())),
    proof('回执的发布包校验值', receipt.body.zipSha256 === report.zipSha256, receipt.body.zipSha256),
    proof(
      '回执逐个文件的校验值',
      report.files.length > 0 && report.files.every((file) => hashes.get(file.path) === file.sha256),
      `${hashes.size}`,
    ),
  ];
}

/** Each figure with its pictures and its caption, in the order of the draft. */
function proveFigures(
  shown: readonly PublishedFigure[],
  wanted: readonly FigureNode[],
  captionMark: string,
  received: ReadonlySet<string>,
): readonly Proof[] {
  const counts = shown.map(({ pictures }) => pictures.length).join();
  const wantedCounts = wanted.map((figure) => picturesOf(figure).length).join();
  return [
    proof('图片数量', counts === wantedCounts, counts),
    ...shown.flatMap(({ caption, pictures }, index) => [
      proof(`图 ${index + 1} 说明`, isCaptionOf(wanted[index], caption, captionMark), caption),
      ...pictures.flatMap((picture, place) => {
        const name = pictures.length > 1 ? `图 ${index + 1} 之 ${place + 1}` : `图 ${index + 1}`;
        const size = `${picture.actualWidth}×${picture.actualHeight}`;
        return [
          proof(`${name} 方向和尺寸`, isUpright(picture, pictures.length > 1), size),
          proof(`${name} 不带拍摄信息`, !picture.hasMetadata, 'EXIF'),
          proof(`${name} 与回执一致`, received.has(picture.sha256), picture.sha256),
        ];
      }),
    ]),
  ];
}

/** Below a figure stands its caption with the mark; nothing of one that is hidden. */
function isCaptionOf(figure: FigureNode | undefined, shown: string, captionMark: string): boolean {
  if (!figure) return false;
  const caption = inlineText(shownCaption(figure));
  return caption === '' ? !shown.includes(captionMark) : shown.startsWith(`${captionMark}${caption}`);
}

/** The page names the size of a picture; of one in a row, its width at the height of the row, to a whole pixel. */
function isUpright({ width, height, actualWidth, actualHeight }: PublishedPicture, isInRow: boolean): boolean {
  if (!isInRow) return width === actualWidth && height === actualHeight;
  return Math.abs(width * actualHeight - height * actualWidth) <= Math.max(actualWidth, actualHeight);
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
