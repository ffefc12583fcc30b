import { countCharacters } from '../../document/statistics.ts';
import type { MetadataRemark, MetadataRule } from '../rule.ts';

/** Headline and abstract, in characters as Word counts them, against the limits of the profile. */
export const textLength: MetadataRule = ({ metadata }, { profile }) => [
  ...tooLong('headline-length', 'headline', metadata.headline, profile.limits.headline),
  ...tooLong('abstract-length', 'abstract', metadata.abstract, profile.limits.abstract),
];

function tooLong(rule: MetadataRemark['rule'], field: string, text: string, limit: number): readonly MetadataRemark[] {
  const count = countCharacters(text);
  return count > limit ? [{ rule, severity: 'warning', field, params: { count, limit } }] : [];
}
