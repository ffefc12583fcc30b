import { attachmentName } from '../model/attachment.ts';
import type { DraftContent } from '../model/draft.ts';

/** The written words of the metadata, by field. */
export function metadataTexts({
  metadata,
}: DraftContent): readonly { readonly field: string; readonly text: string }[] {
  const { origin } = metadata;
  return [
    { field: 'headline', text: metadata.headline },
    { field: 'subheadline', text: metadata.subheadline },
    { field: 'listTitle', text: metadata.listTitle ?? '' },
    { field: 'origin', text: origin.kind === 'reprint' ? origin.source : '' },
    { field: 'contentSource', text: metadata.contentSource },
    { field: 'authors', text: metadata.authors.join('、') },
    { field: 'keywords', text: metadata.keywords.join('、') },
    { field: 'abstract', text: metadata.abstract },
    { field: 'attachments', text: (metadata.attachments ?? []).map(attachmentName).join('、') },
    { field: 'contactPhone', text: metadata.contactPhone },
    { field: 'contactEmail', text: metadata.contactEmail },
  ];
}
