import { useText, type Translate } from '#renderer/i18n/text.ts';
import type { TextKey } from '#renderer/i18n/words.ts';
import { dateTime } from '#renderer/ui/format.ts';
import { diffTexts } from '#shared/document/diff/words.ts';
import { attachmentName } from '#shared/model/attachment.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { metadataFields, type DraftMetadata } from '#shared/model/draft.ts';
import { ChangeStop, changeLabel, ValueChange } from './ChangeStop.tsx';
import { DiffWords } from './DiffWords.tsx';
import type { Side } from './side.ts';

const labels: Readonly<Record<keyof DraftMetadata, TextKey>> = {
  headline: 'metadata.headline',
  subheadline: 'metadata.subheadline',
  listTitle: 'metadata.listTitle',
  columnId: 'metadata.column',
  origin: 'metadata.origin',
  contentSource: 'metadata.contentSource',
  authors: 'metadata.authors',
  keywords: 'metadata.keywords',
  abstract: 'metadata.abstract',
  plannedAt: 'metadata.plannedAt',
  contactPhone: 'metadata.contactPhone',
  contactEmail: 'metadata.contactEmail',
  attachments: 'metadata.attachments',
  amendment: 'amend.field',
};

export interface DiffMetadataProps {
  readonly fields: readonly (keyof DraftMetadata)[];
  readonly before: DraftMetadata;
  readonly after: DraftMetadata;
  readonly profile: BureauProfile;
  readonly side: Side;
}

/** The fields of the draft's information that differ, as they were and as they became. */
export function DiffMetadata({ fields, before, after, profile, side }: DiffMetadataProps) {
  const text = useText();
  return fields.map((field) => {
    const [was, is] = [valueWords(text, before, field, profile), valueWords(text, after, field, profile)];
    const label = text(labels[field]);
    return (
      <ChangeStop
        key={field}
        name={field}
        label={`${label}：${changeLabel(text, was, is)}`}
        as="div"
        className="diff-field"
      >
        <span className="diff-field-name">{label}</span>
        <span>
          {was !== '' && is !== '' ? (
            <DiffWords pieces={diffTexts(was, is)} side={side} name={null} />
          ) : (
            <ValueChange before={was} after={is} side={side} />
          )}
        </span>
      </ChangeStop>
    );
  });
}

function valueWords(
  text: Translate,
  metadata: DraftMetadata,
  field: keyof DraftMetadata,
  profile: BureauProfile,
): string {
  switch (field) {
    case 'columnId':
      return profile.columns.find(({ id }) => id === metadata.columnId)?.name ?? metadata.columnId;
    case 'origin': {
      const { origin } = metadata;
      if (origin.kind === 'original') return text('metadata.original');
      return [text('metadata.reprint'), origin.source, origin.url].filter((part) => part !== '').join(' · ');
    }
    case 'authors':
    case 'keywords':
      return metadata[field].join('、');
    case 'attachments':
      // The hash tells apart what was put in the place of another under the same name.
      return (metadata.attachments ?? [])
        .map((attachment) => `${attachmentName(attachment)}（${attachment.sha256.slice(0, 8)}）`)
        .join('、');
    case 'plannedAt':
      return metadata.plannedAt === null ? '' : dateTime(metadata.plannedAt);
    case 'amendment': {
      const { amendment } = metadata;
      return amendment ? `${text(`amend.kind.${amendment.kind}`)}：${amendment.reason}` : '';
    }
    case 'headline':
    case 'subheadline':
    case 'listTitle':
    case 'contentSource':
    case 'abstract':
    case 'contactPhone':
    case 'contactEmail':
      return metadataFields(metadata)[field];
  }
}
