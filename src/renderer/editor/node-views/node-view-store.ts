import type { LexicalEditor, NodeKey, NodeMutation } from 'lexical';
import { mergeRegister } from 'lexical';
import { $selectedUnit } from '../extensions/block-units.ts';
import type { TablePlace } from '../extensions/table-acts.ts';
import { $tablePlace } from '../extensions/table-acts.ts';
import { $selectedToken } from '../extensions/to-confirm.ts';
import { BoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { FigureNode } from '../nodes/FigureNode.ts';

/** A node that a React view draws into. `revision` counts its changes, so that only changed views draw again. */
export interface NodeView {
  readonly kind: 'figure' | 'boilerplate';
  readonly key: NodeKey;
  readonly element: HTMLElement;
  readonly revision: number;
}

interface NodeViews {
  readonly views: readonly NodeView[];
  /** The figure, boilerplate or rule that is selected as a whole. */
  readonly selectedUnit: NodeKey | null;
  /** The 【待核】 that holds the selection. */
  readonly selectedToken: NodeKey | null;
  /** The table and the cells in it that hold the selection. */
  readonly tablePlace: TablePlace | null;
}

export interface NodeViewStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => NodeViews;
  /** Watches until the answered function is called. */
  readonly start: () => () => void;
}

/** Follows the nodes that have views by Lexical's mutation listeners: a key stroke in plain text costs nothing here. */
export function createNodeViewStore(editor: LexicalEditor): NodeViewStore {
  const views = new Map<NodeKey, NodeView>();
  const listeners = new Set<() => void>();
  let current: NodeViews = { views: [], selectedUnit: null, selectedToken: null, tablePlace: null };
  const set = (change: Partial<NodeViews>): void => {
    current = { ...current, ...change };
    for (const listener of listeners) listener();
  };
  const follow =
    (kind: NodeView['kind']) =>
    (mutations: ReadonlyMap<NodeKey, NodeMutation>): void => {
      for (const [key, mutation] of mutations) {
        const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
        if (element === null) views.delete(key);
        else views.set(key, { kind, key, element, revision: (views.get(key)?.revision ?? 0) + 1 });
      }
      set({ views: [...views.values()] });
    };
  const start = (): (() => void) =>
    mergeRegister(
      editor.registerMutationListener(FigureNode, follow('figure'), { skipInitialization: false }),
      editor.registerMutationListener(BoilerplateNode, follow('boilerplate'), { skipInitialization: false }),
      editor.registerUpdateListener(({ editorState }) => {
        if (editor.isComposing()) return;
        const { selectedUnit, selectedToken, tablePlace } = editorState.read(() => ({
          selectedUnit: $selectedUnit()?.getKey() ?? null,
          selectedToken: $selectedToken()?.getKey() ?? null,
          tablePlace: $tablePlace(),
        }));
        const isSamePlace = tablePlace?.cells === current.tablePlace?.cells;
        if (selectedUnit === current.selectedUnit && selectedToken === current.selectedToken && isSamePlace) return;
        set({ selectedUnit, selectedToken, tablePlace });
      }),
    );
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    current: () => current,
    start,
  };
}
