import { runChecks } from '../house-style/engine.ts';
import type { Checklist, ChecklistItem } from '../model/checklist.ts';
import type { Waiver } from '../model/waiver.ts';
import type { ChecklistFacts, ChecklistSource } from './checklist-source.ts';
import { inspect } from './inspection.ts';
import { attachments } from './sources/attachments.ts';
import { boilerplates } from './sources/boilerplates.ts';
import { channels } from './sources/channels.ts';
import { leaders } from './sources/leaders.ts';
import { links } from './sources/links.ts';
import { publication } from './sources/publication.ts';
import { reviews } from './sources/reviews.ts';
import { waiverSubject } from './waiver-subject.ts';

/** Every source by name: another one of findings registers here. */
const sources: Readonly<Record<ChecklistItem['source'], ChecklistSource>> = {
  text: ({ content, context }) => runChecks(content, context),
  leaders,
  boilerplates,
  links,
  attachments,
  reviews,
  publication,
  channels,
};

/** One list of all that stands between a draft and its package, with the reasons that people gave. */
export function makeChecklist(facts: ChecklistFacts, waivers: readonly Waiver[]): Checklist {
  const reasons = new Map(waivers.map((waiver) => [`${waiver.rule}\n${waiver.subject}`, waiver]));
  const items = sourceNames.flatMap((source) =>
    sources[source](facts).map((finding): ChecklistItem => {
      const key = `${finding.rule}\n${waiverSubject(facts.content, finding)}`;
      return { source, finding, waiver: finding.severity === 'warning' ? (reasons.get(key) ?? null) : null };
    }),
  );
  return { items, inspection: inspect(items) };
}

const sourceNames = Object.keys(sources) as readonly ChecklistItem['source'][];
