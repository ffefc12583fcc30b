import { useState } from 'react';
import type { Upload } from '#shared/model/upload.ts';

/** Where an upload stood at a moment, in milliseconds. */
interface Sample {
  readonly at: number;
  readonly offset: number;
}

export interface Transfer {
  /** Bytes a second over the last seconds. */
  readonly speed: number;
  readonly secondsLeft: number;
}

/** Long enough to stay calm, short enough to follow a line that breaks in. */
const windowMilliseconds = 8000;

/** The samples with one more; what is older than the window goes, and a step back begins anew. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last && sample.offset < last.offset) return [sample];
  return [...samples.filter((entry) => sample.at - entry.at <= windowMilliseconds), sample];
}

/** Null until something can be said. */
export function transferOf(samples: readonly Sample[], bytes: number): Transfer | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < 500 || last.offset === first.offset) return null;
  const speed = ((last.offset - first.offset) / (last.at - first.at)) * 1000;
  return { speed, secondsLeft: Math.ceil((bytes - last.offset) / speed) };
}

/** Speed and time left of an upload that is being sent. */
export function useTransfer({ state, offset, updatedAt, bytes }: Upload): Transfer | null {
  const [seen, setSeen] = useState<{ readonly updatedAt: string; readonly samples: readonly Sample[] }>({
    updatedAt: '',
    samples: [],
  });
  if (seen.updatedAt !== updatedAt) {
    const sample = { at: Date.parse(updatedAt), offset };
    setSeen({ updatedAt, samples: state === 'sending' ? withSample(seen.samples, sample) : [] });
  }
  return transferOf(seen.samples, bytes);
}
