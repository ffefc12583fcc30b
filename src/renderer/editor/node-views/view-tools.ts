import type { LexicalEditor } from 'lexical';
import { createContext, use } from 'react';
import type { BoilerplateTemplate } from '#shared/model/boilerplate.ts';
import type { Asset } from '#shared/model/asset.ts';

import type { DocumentEditorProps } from '../document-editor-props.ts';
import type { Hints } from '../extensions/hints.ts';
import type { PictureIntake } from '../picture-intake.ts';

/** What views need beside their node. */
export interface ViewTools {
  readonly editor: LexicalEditor;
  readonly readOnly: boolean;
  readonly captionMark: string;
  readonly creditMark: string;
  readonly boilerplates: readonly BoilerplateTemplate[];
  readonly hints: Hints;
  /** Crops and turns a picture; left out where nothing can. */
  readonly editPicture: DocumentEditorProps['editPicture'];
  readonly intake: PictureIntake;
}

/** What is known of pictures, by their SHA-256. Apart from the tools, for each picture that arrives changes it. */
export interface KnownPictures {
  readonly assets: ReadonlyMap<string, Asset>;
  /** What is to be said of them. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

export const KnownPicturesContext = createContext<KnownPictures>({ assets: new Map(), notes: new Map() });

export const ViewToolsContext = createContext<ViewTools | null>(null);

export function useViewTools(): ViewTools {
  const tools = use(ViewToolsContext);
  if (tools === null) throw new Error('a node view stands outside the editor');
  return tools;
}
