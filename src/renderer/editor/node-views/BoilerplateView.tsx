import { Button } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { NodeKey } from 'lexical';
import { $getNodeByKey } from 'lexical';
import type { ReactElement } from 'react';
import { memo } from 'react';
import { createPortal } from 'react-dom';
import type { BoilerplateTemplate } from '#shared/model/boilerplate.ts';
import { fillTemplate, makeBoilerplate } from '#shared/model/boilerplate.ts';
import { $selectUnit } from '../extensions/block-units.ts';
import type { BoilerplateFields, BoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { $isBoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { useEditorText } from '../use-editor-text.ts';
import { FieldInput } from './FieldInput.tsx';
import { useFieldUpdate } from './field-update.ts';
import type { NodeView } from './node-view-store.ts';
import { useViewTools } from './view-tools.ts';

/**
 * Draws a boilerplate: its words, locked, with its blanks as fields. Blanks can be filled only with the very version
 * of the template that the block was made from; a newer version is offered and takes the values over.
 */
export const BoilerplateView = memo(function BoilerplateView(props: {
  readonly view: NodeView;
  readonly isSelected: boolean;
}): ReactElement | null {
  const { editor } = useViewTools();
  const { key, element } = props.view;
  const fields = editor.read('latest', () => $boilerplate(key)?.getFields());
  if (!fields) return null;
  element.toggleAttribute('data-selected', props.isSelected);
  return createPortal(<Body nodeKey={key} fields={fields} />, element);
});

function $boilerplate(key: NodeKey): BoilerplateNode | null {
  const node = $getNodeByKey(key);
  return $isBoilerplateNode(node) ? node : null;
}

function Body({ nodeKey, fields }: { readonly nodeKey: NodeKey; readonly fields: BoilerplateFields }): ReactElement {
  const text = useEditorText();
  const { editor, boilerplates, readOnly } = useViewTools();
  const { begin, update } = useFieldUpdate(editor);
  const template = boilerplates.find(({ id }) => id === fields.id);
  const isSame = template?.version === fields.version;
  const newer = template && template.version > fields.version ? template : undefined;
  const set = (next: BoilerplateFields): void => update(() => $boilerplate(nodeKey)?.setFields(next));
  const select = (): void => {
    editor.getRootElement()?.focus({ preventScroll: true });
    editor.update(() => {
      const node = $boilerplate(nodeKey);
      if (node) $selectUnit(node);
    });
  };
  return (
    <>
      <div className="gq-boilerplate-head" onMouseDown={select} role="presentation" title={text('boilerplateLocked')}>
        <LockClosedRegular aria-hidden />
        <span>{template?.title ?? text('boilerplate')}</span>
        <span className="gq-boilerplate-version">{text('boilerplateVersion', { version: fields.version })}</span>
        {newer && !readOnly && (
          <Button
            size="small"
            appearance="transparent"
            onMouseDown={(event) => event.stopPropagation()}
            onClick={() => {
              begin();
              set(renewed(newer, fields));
            }}
          >
            {text('boilerplateNewer', { version: newer.version })}
          </Button>
        )}
      </div>
      <div
        className="gq-boilerplate-body"
        role="presentation"
        // Locked words take no caret: without this, a key after a click there would act wherever the caret was before.
        onMouseDown={(event) => {
          if (!(event.target instanceof HTMLInputElement)) select();
        }}
      >
        {template && isSame && !readOnly
          ? template.template.split(/\{\{([^{}]+)\}\}/).map((part, index) => {
              if (index % 2 === 0) return part;
              const name = part.trim();
              return (
                <FieldInput
                  // The parts of one template never move.
                  key={`${name}-${String(index)}`}
                  className="gq-blank"
                  value={fields.values[name] ?? ''}
                  label={text('blank', { name })}
                  placeholder={name}
                  readOnly={false}
                  onFocus={begin}
                  onChange={(value) => set(filled(template, fields, name, value))}
                />
              );
            })
          : fields.text}
      </div>
    </>
  );
}

function filled(
  template: BoilerplateTemplate,
  fields: BoilerplateFields,
  name: string,
  value: string,
): BoilerplateFields {
  const values = { ...fields.values, [name]: value };
  return { ...fields, values, text: fillTemplate(template.template, values) };
}

function renewed(template: BoilerplateTemplate, fields: BoilerplateFields): BoilerplateFields {
  const { id, version, values, text } = makeBoilerplate(template, fields.values);
  return { id, version, values, text };
}
