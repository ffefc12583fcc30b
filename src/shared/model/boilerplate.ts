import { z } from 'zod';
import type { BoilerplateNode } from '../document/schema.ts';

/**
 * House-style text. `template` holds blanks as `{{name}}`. Names that the draft's metadata knows (`boilerplateFields`)
 * are filled from there, all others are typed in by the writer.
 */
export const boilerplateTemplateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  category: z.string().min(1),
  version: z.int().min(1),
  template: z.string().min(1),
});
export type BoilerplateTemplate = z.infer<typeof boilerplateTemplateSchema>;

const blank = /\{\{([^{}]+)\}\}/g;

/** The names of a template's blanks, each once, in order. */
export function blanksOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(blank)].map((match) => (match[1] ?? '').trim()))];
}

/** The text with its blanks filled; an empty or missing value shows as 【待核】 and its name. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(blank, (_all, name: string) => values[name.trim()] || `【待核】${name.trim()}`);
}

/** A block for the document: values of the known fields are taken from `fields`, other blanks start empty. */
export function makeBoilerplate(
  template: BoilerplateTemplate,
  fields: Readonly<Record<string, string>>,
): BoilerplateNode {
  const values = Object.fromEntries(blanksOf(template.template).map((name) => [name, fields[name] ?? '']));
  return {
    type: 'boilerplate',
    id: template.id,
    version: template.version,
    values,
    text: fillTemplate(template.template, values),
  };
}
