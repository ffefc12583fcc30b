import type { Services } from '#main/compose-services.ts';

/** Gives one reason for every warning of a draft that has none; answers how many there were. */
export async function letWarningsStand(
  { checklists }: Pick<Services, 'checklists'>,
  draftId: string,
  reason: string,
): Promise<number> {
  const { items } = await checklists.read(draftId);
  const open = items.filter(({ finding, waiver }) => finding.severity === 'warning' && waiver === null);
  if (open.length > 0) {
    await checklists.waive(
      draftId,
      open.map(({ finding }) => finding.id),
      reason,
    );
  }
  return open.length;
}
