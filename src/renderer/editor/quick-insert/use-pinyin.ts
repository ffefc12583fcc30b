import { useEffect, useState } from 'react';
import { pinyinOf } from './pinyin-of.ts';

export const nothingSaid: ReadonlyMap<string, readonly string[]> = new Map();

/** How names are said; `nothingSaid` until it is known. Nothing is fetched before it is wanted. */
export function usePinyin(names: readonly string[], isWanted: boolean): ReadonlyMap<string, readonly string[]> {
  const [said, setSaid] = useState(nothingSaid);
  const isMissing = isWanted && names.some((name) => !said.has(name));
  useEffect(() => {
    if (!isMissing) return undefined;
    let isGone = false;
    const learn = async (): Promise<void> => {
      const found = await pinyinOf(names);
      if (!isGone) setSaid(found);
    };
    void learn();
    return () => {
      isGone = true;
    };
  }, [isMissing, names]);
  return said;
}
