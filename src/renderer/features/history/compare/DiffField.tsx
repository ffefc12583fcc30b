import { useText, type Translate } from '#renderer/i18n/text.ts';
import type { FieldChange } from '#shared/document/diff/block-diff.ts';
import { ChangeStop, changeLabel, ValueChange } from './ChangeStop.tsx';
import { DiffWords } from './DiffWords.tsx';
import type { Side } from './side.ts';

export interface DiffFieldProps {
  readonly change: FieldChange;
  readonly side: Side;
  readonly name: string;
}

/** What changed of a block beside its words: `替代文字：旧 → 新`. */
export function DiffField({ change, side, name }: DiffFieldProps) {
  const text = useText();
  const { field, index, before, after, pieces } = change;
  const label = text(`compare.field.${field}`) + (index > 0 ? ` ${index + 1}` : '');
  const [was, is] = [valueWords(text, change, before), valueWords(text, change, after)];
  const spoken = field === 'structure' ? label : `${label}：${changeLabel(text, was, is)}`;
  return (
    <ChangeStop name={name} label={spoken} as="div" className="diff-field">
      <span className="diff-field-name">{label}</span>
      {field !== 'structure' && (
        <span>
          {pieces.length > 0 && before !== '' && after !== '' ? (
            <DiffWords pieces={pieces} side={side} name={null} />
          ) : (
            <ValueChange
              side={side}
              before={field === 'picture' ? <Thumb sha256={before} /> : was}
              after={field === 'picture' ? <Thumb sha256={after} /> : is}
            />
          )}
        </span>
      )}
    </ChangeStop>
  );
}

function Thumb({ sha256 }: { readonly sha256: string }) {
  const text = useText();
  return sha256 === '' ? text('compare.noPicture') : <img src={`/media/thumb/${sha256}`} alt="" loading="lazy" />;
}

/** A field's value as people say it. */
function valueWords(text: Translate, { field }: FieldChange, value: string): string {
  switch (field) {
    case 'kind':
      return text(`compare.kind.${value as 'paragraph'}`);
    case 'align':
      return text(`compare.align.${(value || 'start') as 'start'}`);
    case 'decorative':
    case 'caption-hidden':
      return text(value === '' ? 'compare.no' : 'compare.yes');
    case 'picture':
      return value === '' ? text('compare.noPicture') : text('compare.picture');
    case 'alt':
    case 'credit':
    case 'boilerplate':
    case 'version':
    case 'text':
    case 'size':
    case 'structure':
      return value;
  }
}
