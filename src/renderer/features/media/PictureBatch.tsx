import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { altFromCaption, changeCredit, changePictures, type PictureRow } from '#shared/document/picture-rows.ts';
import { changeSheet } from './change-pictures.ts';

/** What can be done with all chosen pictures at once; each is one undo step. */
export function PictureBatch({ rows }: { readonly rows: readonly PictureRow[] }) {
  const text = useText();
  const [credit, setCredit] = useState('');
  const none = rows.length === 0;
  const fill = () => {
    if (!none) changeSheet((document) => changeCredit(document, rows, credit.trim()));
  };
  return (
    <div className="picture-batch" role="group" aria-label={text('pictures.batch')}>
      <span className="numeric" aria-live="polite">
        {text('pictures.chosen', { count: rows.length })}
      </span>
      <Input
        size="small"
        className="picture-batch-credit"
        aria-label={text('pictures.creditForChosen')}
        placeholder={text('pictures.creditForChosen')}
        value={credit}
        onChange={(_event, { value }) => setCredit(value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) fill();
        }}
      />
      <Button size="small" disabled={none || credit.trim() === ''} onClick={fill}>
        {text('pictures.fillCredit')}
      </Button>
      <Button size="small" disabled={none} onClick={() => changeSheet((document) => altFromCaption(document, rows))}>
        {text('pictures.altFromCaptions')}
      </Button>
      <Button
        size="small"
        disabled={none}
        onClick={() => changeSheet((document) => changePictures(document, rows, { decorative: true }))}
      >
        {text('pictures.markDecorative')}
      </Button>
    </div>
  );
}
