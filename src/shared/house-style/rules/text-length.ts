import type { MetadataRule, RuleName } from '../rule.ts';
import type { LimitedField } from '../text-limits.ts';
import { limitedFields, textLengthOf } from '../text-limits.ts';

const ruleOf: Readonly<Record<LimitedField, RuleName>> = {
  headline: 'headline-length',
  listTitle: 'list-title-length',
  abstract: 'abstract-length',
};

/** Headline, list title and abstract against the limits of the profile. */
export const textLength: MetadataRule = ({ metadata }, { profile }) =>
  limitedFields.flatMap((field) => {
    const { count, limit, over } = textLengthOf(field, metadata, profile);
    return over > 0 ? [{ rule: ruleOf[field], severity: 'warning', field, params: { count, limit } }] : [];
  });
