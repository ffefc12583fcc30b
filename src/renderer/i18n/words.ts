import type { zhHans } from './zh-Hans.ts';

type Shape<Node> = { readonly [Key in keyof Node]: Node[Key] extends string ? string : Shape<Node[Key]> };

/** What each language must hold: the keys of the Simplified Chinese texts. A missing key is a type error. */
export type Words = Shape<typeof zhHans>;

type Leaves<Node, Path extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Path}${Key}` : Leaves<Node[Key], `${Path}${Key}.`>;
}[keyof Node & string];

/** Path of one text: `drafts.new`, `errors.disk-full`. */
export type TextKey = Leaves<Words>;
