import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/** The value of the last frame that was painted: what is not looked at first may be drawn once it is the present one. */
export function usePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(value))), [value]);
  return painted;
}
