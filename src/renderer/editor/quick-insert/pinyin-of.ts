/** How names are said, by name. The dictionary is large, so it is fetched only when names are first looked for. */
export async function pinyinOf(names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { pinyin } = await import('pinyin-pro');
  return new Map(
    names.map((name) => [
      name,
      pinyin(name, { toneType: 'none', type: 'array', v: true }).map((said) => said.toLowerCase()),
    ]),
  );
}
