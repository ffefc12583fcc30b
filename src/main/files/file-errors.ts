import { AppError } from '#shared/errors.ts';

function errnoOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

/** The coded form of a failed read of a file that somebody chose. */
export function readError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError(errnoOf(thrown) === 'ENOENT' ? 'file-vanished' : 'file-unreadable', {}, { cause: thrown });
}

/** The coded form of a failed write into the data folder. */
export function writeError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError(isDiskFull(thrown) ? 'disk-full' : 'disk-error', { errno: errnoOf(thrown) }, { cause: thrown });
}

/** Whether a write failed for want of room. */
export function isDiskFull(thrown: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errnoOf(thrown));
}
