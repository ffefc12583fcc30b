import { AppError } from '#shared/errors.ts';

/** Refuses `not-found` when an act of a store found nothing to be done to. */
export function assertFound(isDone: boolean): void {
  if (!isDone) throw new AppError('not-found');
}
