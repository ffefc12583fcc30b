import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { offerLoad, type PeerBlock } from '../peer-block.ts';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
    picture: {
      group: 'block',
      atom: true,
      attrs: { address: {} },
      toDOM: (node) => ['img', { src: String(node.attrs['address']) }],
    },
    text: {},
  },
});

function stateOf(blocks: readonly PeerBlock[]): EditorState {
  const nodes = blocks.map((block) =>
    block.picture === undefined
      ? schema.node('paragraph', null, block.text ? [schema.text(block.text)] : [])
      : schema.node('picture', { address: block.picture }),
  );
  return EditorState.create({
    doc: schema.node('doc', null, nodes),
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
  });
}

/** ProseMirror with its history and base keys alone. */
const view = new EditorView(document.getElementById('place'), {
  state: stateOf([{ text: '' }]),
  attributes: { id: 'editor' },
});
offerLoad((blocks) => view.updateState(stateOf(blocks)));
