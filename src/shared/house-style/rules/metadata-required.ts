import type { MetadataRemark, MetadataRule } from '../rule.ts';

/**
 * What a page must say about itself. Headline, column and content source are required tags of an article page
 * (《政府网站发展指引》, 国办发〔2017〕47号, annex), a reprint must name its source; author, keywords and abstract are
 * advised there.
 */
export const metadataRequired: MetadataRule = ({ metadata }, { profile }) => {
  const { origin } = metadata;
  const columnKnown = profile.columns.some((column) => column.id === metadata.columnId);
  return [
    ...missing('headline', 'error', metadata.headline.trim() === ''),
    ...missing('columnId', 'error', !columnKnown),
    ...missing('contentSource', 'error', metadata.contentSource.trim() === ''),
    ...missing('origin', 'error', origin.kind === 'reprint' && origin.source.trim() === ''),
    ...missing(
      'authors',
      'warning',
      metadata.authors.every((author) => author.trim() === ''),
    ),
    ...missing(
      'keywords',
      'warning',
      metadata.keywords.every((keyword) => keyword.trim() === ''),
    ),
    ...missing('abstract', 'warning', metadata.abstract.trim() === ''),
  ];
};

function missing(field: string, severity: 'error' | 'warning', isMissing: boolean): readonly MetadataRemark[] {
  return isMissing ? [{ rule: 'metadata-required', severity, field, params: { field } }] : [];
}
