import { Checkbox } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { FigureChange } from '#renderer/editor/document-editor-props.ts';
import type { FigureNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';
import type { Asset } from '#shared/model/asset.ts';
import { FigureField } from './FigureField.tsx';
import './media.css';

/** Below this width in pixels a picture looks blurred on the page. */
const smallWidth = 800;

/** All pictures of the draft with what is to be said of each; Tab runs through the fields. */
export function PicturesPanel({ readOnly }: { readonly readOnly: boolean }) {
  const text = useText();
  const document = useDraftSession((session) => session.document);
  const assets = useDraftSession((session) => session.assets);
  const figures = (document?.children ?? []).flatMap((block, index) =>
    block.type === 'figure' ? [{ figure: block, block: index }] : [],
  );
  if (figures.length === 0) return <Empty title={text('media.empty')} hint={text('media.emptyHint')} />;
  return (
    <ol className="pictures" aria-label={text('media.table')}>
      {figures.map(({ figure, block }, index) => (
        <PictureRow
          key={block}
          number={index + 1}
          block={block}
          figure={figure}
          asset={figure.asset === null ? undefined : assets.get(figure.asset)}
          readOnly={readOnly}
        />
      ))}
    </ol>
  );
}

interface PictureRowProps {
  readonly number: number;
  readonly block: number;
  readonly figure: FigureNode;
  readonly asset: Asset | undefined;
  readonly readOnly: boolean;
}

function PictureRow({ number, block, figure, asset, readOnly }: PictureRowProps) {
  const text = useText();
  const name = text('media.figure', { value: number });
  const caption = inlineText(figure.children);
  const change = (part: FigureChange) => {
    draftSession().handle?.changeFigure(block, part);
    draftActs().pause();
  };
  return (
    <li className="picture" aria-label={name}>
      <button
        type="button"
        className="picture-thumb"
        onClick={() => draftSession().handle?.reveal({ kind: 'block', block })}
      >
        <span className="visually-hidden">{`${name}，${text('media.jump')}`}</span>
        {asset ? <img src={`/media/thumb/${asset.sha256}`} alt="" /> : <span>{text('media.waiting')}</span>}
      </button>
      <div className="picture-facts">
        <strong>
          {name}
          {asset && (
            <span className="faint numeric"> {text('media.size', { width: asset.width, height: asset.height })}</span>
          )}
        </strong>
        <span className={caption === '' ? 'faint' : 'picture-caption'}>
          {caption === '' ? text('media.noCaption') : caption}
        </span>
        {asset && asset.width < smallWidth && <span className="picture-warning">{text('media.small')}</span>}
        {asset?.hadLocation && <span className="faint">{text('media.place')}</span>}
      </div>
      <div className="picture-fields">
        <FigureField
          label={text('media.credit')}
          figureName={name}
          value={figure.credit}
          disabled={readOnly}
          onCommit={(credit) => change({ credit })}
        />
        <FigureField
          label={text('media.alt')}
          figureName={name}
          value={figure.alt}
          disabled={readOnly || figure.decorative === true}
          onCommit={(alt) => change({ alt })}
        />
        <Checkbox
          label={text('media.decorative')}
          aria-label={`${name}，${text('media.decorative')}`}
          checked={figure.decorative === true}
          disabled={readOnly}
          onChange={(_event, data) => change({ decorative: data.checked === true })}
        />
      </div>
    </li>
  );
}
