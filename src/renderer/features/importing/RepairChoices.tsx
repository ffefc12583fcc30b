import { Checkbox } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { targetKey } from '#shared/house-style/repairs/apply-repairs.ts';
import { repairPieces, type RepairPiece } from '#shared/house-style/repairs/repair-pieces.ts';
import { countRepairs, repairKinds, type RepairPlace } from '#shared/model/repair.ts';

export interface RepairChoicesProps {
  readonly places: readonly RepairPlace[];
  /** Those that the person leaves, by `placeKey`. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}

/** Names a place among all that are offered. */
export function placeKey({ kind, target }: RepairPlace): string {
  return `${kind} ${targetKey(target)}`;
}

/** The kinds of repair with their counts, each to be taken whole or place by place; old words struck, new ones marked. */
export function RepairChoices({ places, left, onLeave }: RepairChoicesProps) {
  const text = useText();
  const counts = new Map(countRepairs(places).map(({ kind, count }) => [kind, count]));
  const change = (changed: readonly RepairPlace[], isTaken: boolean) => {
    const next = new Set(left);
    for (const place of changed) {
      if (isTaken) next.delete(placeKey(place));
      else next.add(placeKey(place));
    }
    onLeave(next);
  };
  return (
    <ul className="import-repairs" aria-label={text('importing.repairs')}>
      {repairKinds
        .filter((kind) => counts.has(kind))
        .map((kind) => {
          const here = places.filter((place) => place.kind === kind);
          const leftHere = here.filter((place) => left.has(placeKey(place))).length;
          return (
            <li key={kind}>
              <div className="import-change">
                <Checkbox
                  label={text(`importing.repair.${kind}`)}
                  checked={leftHere === 0 ? true : leftHere === here.length ? false : 'mixed'}
                  onChange={(_event, { checked }) => change(here, checked === true)}
                />
                <span className="import-count numeric">
                  {text('importing.times', { count: counts.get(kind) ?? 0 })}
                </span>
              </div>
              <details>
                <summary className="import-show">{text('importing.show')}</summary>
                <ul className="import-places">
                  {here.map((place) => (
                    <li key={placeKey(place)}>
                      <PlaceLine
                        place={place}
                        isTaken={!left.has(placeKey(place))}
                        onChange={(isTaken) => change([place], isTaken)}
                      />
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
    </ul>
  );
}

interface PlaceLineProps {
  readonly place: RepairPlace;
  readonly isTaken: boolean;
  readonly onChange: (isTaken: boolean) => void;
}

function PlaceLine({ place, isTaken, onChange }: PlaceLineProps) {
  const text = useText();
  const { target } = place;
  const where =
    target.kind === 'metadata'
      ? text(`metadata.${target.field}`)
      : text('importing.placeBlock', { value: target.block + 1 });
  return (
    <Checkbox
      checked={isTaken}
      onChange={(_event, { checked }) => onChange(checked === true)}
      label={
        <span className="import-place">
          <span className="faint">{where}</span>{' '}
          {repairPieces(place).map((piece, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- pieces have no other name and never change
            <Piece key={index} piece={piece} />
          ))}
        </span>
      }
    />
  );
}

function Piece({ piece }: { readonly piece: RepairPiece }) {
  switch (piece.kind) {
    case 'old':
      return <del>{piece.text}</del>;
    case 'new':
      return <ins>{piece.text}</ins>;
    case 'gap':
      return <span aria-hidden="true">…</span>;
    case 'same':
      return <span>{piece.text}</span>;
  }
}
