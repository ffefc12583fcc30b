import { DocumentTextRegular } from '@fluentui/react-icons';
import type { BoilerplateTemplate } from '#shared/model/boilerplate.ts';
import { makeBoilerplate } from '#shared/model/boilerplate.ts';
import { $insertUnits } from '../extensions/insert-blocks.ts';
import { $createBoilerplateNode } from '../nodes/BoilerplateNode.ts';
import type { QuickInsertEntry } from './entries.tsx';

/**
 * An entry for each boilerplate of the profile, by its name, by its category, and all of them by `word`, what the window
 * calls such texts. Blanks that nothing is known for are filled on the sheet.
 */
export function boilerplateEntries(
  word: string,
  templates: readonly BoilerplateTemplate[],
  said: ReadonlyMap<string, readonly string[]>,
  values: () => Readonly<Record<string, string>>,
): readonly QuickInsertEntry[] {
  return templates.map((template) => ({
    id: `boilerplate-${template.id}`,
    label: template.title,
    hint: template.category,
    pinyin: said.get(template.title) ?? [],
    aliases: [word.toLowerCase(), 'gdyy', 'gudingyongyu', template.category],
    icon: <DocumentTextRegular />,
    $insert: () => {
      const { id, version, values: filled, text } = makeBoilerplate(template, values());
      $insertUnits([$createBoilerplateNode({ id, version, values: filled, text })]);
    },
  }));
}
