import type { Services } from '#main/compose-services.ts';
import { reviewDecisionSchema, reviewStepSchema } from '#shared/model/review.ts';
import type { Output } from '../output.ts';

/** Registers somebody and goes on as them. Refuses `role-unknown`. */
export async function addPerson({ app }: Services, output: Output, name: string, role: string): Promise<void> {
  const { person: someone } = await app.state();
  const { persons } = someone
    ? await app.addPerson({ name, role })
    : await app.completeFirstStart({ name, role, samples: false });
  const added = persons.findLast((entry) => entry.name === name);
  if (added) await app.switchPerson(added.id);
  output.result(`已登记 ${name}（${role}）。`, added);
}

export async function submitDraft({ reviews }: Services, output: Output, draftId: string, note: string): Promise<void> {
  const { summary } = await reviews.submit(draftId, note);
  output.result(`已送审，现为 ${summary.state}。`, { draftId, state: summary.state });
}

/** One decision of one review step. */
export async function decideDraft(
  { reviews }: Services,
  output: Output,
  draftId: string,
  given: { readonly step: string; readonly decision: string; readonly note: string },
): Promise<void> {
  const step = reviewStepSchema.parse(given.step);
  const decision = reviewDecisionSchema.parse(given.decision);
  const { summary } = await reviews.decide(draftId, step, decision, given.note);
  output.result(`已审核，现为 ${summary.state}。`, { draftId, state: summary.state });
}
