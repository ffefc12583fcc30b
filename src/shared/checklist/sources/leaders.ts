import { escapeRegExp } from '../../escape-reg-exp.ts';
import { blockText } from '../../document/walk.ts';
import { metadataTexts } from '../../house-style/metadata-texts.ts';
import type { BureauProfile } from '../../model/bureau-profile.ts';
import type { Finding, FindingPlace } from '../../model/finding.ts';
import { shanghaiDate } from '../../shanghai-time.ts';
import { checklistFinding, type ChecklistSource } from '../checklist-source.ts';

type Holder = BureauProfile['officeHolders'][number];

/**
 * Leaders' names and offices against the bureau's table, as of the day of publication: a wrong name is among the worst
 * that inspectors know. Found are an office with a name one character off, and a name with an office that is another's.
 */
export const leaders: ChecklistSource = ({ content, context, now }) => {
  const day = shanghaiDate(content.metadata.plannedAt ?? now);
  const holders = context.profile.officeHolders.filter(
    ({ from, to }) => from <= day && (to === undefined || day <= to),
  );
  const inMetadata = metadataTexts(content).flatMap(({ field, text }) =>
    judge(text, holders, () => ({ kind: 'metadata', field })),
  );
  const inBlocks = content.document.children.flatMap((node, block) =>
    judge(blockText(node), holders, (start, end) => ({ kind: 'block', block, start, end })),
  );
  return [...inMetadata, ...inBlocks];
};

function judge(
  text: string,
  holders: readonly Holder[],
  placeOf: (start: number, end: number) => FindingPlace,
): readonly Finding[] {
  const offices = [...new Set(holders.flatMap((holder) => holder.offices))].sort((a, b) => b.length - a.length);
  if (offices.length === 0) return [];
  const named = new RegExp(`(${offices.map(escapeRegExp).join('|')})(?=\\p{Script=Han})`, 'gu');
  return [...text.matchAll(named)].flatMap(({ 0: office, index }): readonly Finding[] => {
    const at = index + office.length;
    const own = holders.filter((holder) => holder.offices.includes(office));
    const right = own.some(({ name }) => text.startsWith(name, at));
    if (right) return [];
    const other = holders.find(({ name }) => text.startsWith(name, at));
    if (other) {
      const place = placeOf(index, at + other.name.length);
      return [checklistFinding('leader-office', 'warning', place, { office, name: other.name })];
    }
    const near = own.find(({ name }) => isNear(text.slice(at, at + name.length), name));
    if (!near) return [];
    const found = text.slice(at, at + near.name.length);
    return [
      checklistFinding('leader-name', 'error', placeOf(index, at + found.length), { office, found, name: near.name }),
    ];
  });
}

/** As long, with the same family name, and one character off. */
function isNear(found: string, name: string): boolean {
  if (found.length !== name.length || found[0] !== name[0] || !/^\p{Script=Han}+$/u.test(found)) return false;
  return Array.from(found).filter((character, index) => character !== name[index]).length === 1;
}
