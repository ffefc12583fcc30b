import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { useRepairs, type RepairOffer } from '#renderer/session/repairs.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import { applyChoice } from './apply-choice.ts';
import { ImportReportView } from './ImportReportView.tsx';
import { remindOfRepairs } from './remind-of-repairs.ts';
import { placeKey, RepairChoices } from './RepairChoices.tsx';
import './importing.css';

/** What an import made of a file, and the repairs that the words need: taken now, or kept for later. */
export function ImportDialog() {
  const offer = useRepairs((store) => store.offer);
  // Each offer begins with everything taken.
  return offer && <OfferDialog key={offer.draftId} offer={offer} />;
}

function OfferDialog({ offer }: { readonly offer: RepairOffer }) {
  const text = useText();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { report, places } = offer;
  const chosen = places.filter((place) => !left.has(placeKey(place)));

  const apply = () => {
    close();
    if (draftSession().opened?.summary.id === offer.draftId) applyChoice(chosen);
  };
  const later = () => {
    close();
    if (places.length > 0) remindOfRepairs(offer);
  };

  return (
    <ShownDialog onClose={later}>
      <DialogSurface className="import-report">
        <DialogBody>
          <DialogTitle>{text(report ? 'importing.title' : 'importing.repairTitle')}</DialogTitle>
          <DialogContent>
            {report && <ImportReportView report={report} />}
            {places.length > 0 && (
              <section>
                <h3 className="import-heading">{text('importing.repairs')}</h3>
                <p className="import-lead faint">{text('importing.repairsLead')}</p>
                <RepairChoices places={places} left={left} onLeave={setLeft} />
              </section>
            )}
          </DialogContent>
          <DialogActions>
            {places.length > 0 ? (
              <>
                <Button onClick={later}>{text('importing.later')}</Button>
                <Button appearance="primary" disabled={chosen.length === 0} onClick={apply}>
                  {text('importing.apply')}
                </Button>
              </>
            ) : (
              <Button appearance="primary" onClick={close}>
                {text('importing.openDraft')}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}

function close(): void {
  useRepairs.setState({ offer: null });
}
