import { canonicalJson } from '#shared/document/canonical.ts';
import { exchangedDraftSchema, exchangeFileSchema, exchangeFileVersion } from '#shared/model/exchange-file.ts';
import { signerSchema } from '#shared/model/review-file.ts';
import { shanghaiDate, shanghaiMinute } from '#shared/shanghai-time.ts';
import type { ExchangeFileInputs } from '#main/services/ports/package-writer.ts';
import { bagProfiles, utf8, type BagParts, type Files } from './bag.ts';
import { metadataFile, signerOf } from './metadata-file.ts';

/** `TSZJ-20261128-exchange-093000`. */
function exchangeFileName({ profile, at }: ExchangeFileInputs): string {
  const second = shanghaiMinute(at).slice(11).replace(':', '') + at.slice(17, 19);
  return `${profile.bureau.code}-${shanghaiDate(at).replaceAll('-', '')}-exchange-${second}`;
}

/** What an exchange file (稿件包) holds: each draft with its history in a file of its own, and the small pictures of all. */
export function exchangeFileContents(inputs: ExchangeFileInputs, mediaFiles: Files): BagParts {
  const name = exchangeFileName(inputs);
  const drafts = inputs.drafts.map((draft) => {
    const valid = exchangedDraftSchema.parse(draft);
    return [exchangedDraftPath(draft.draftId), utf8(canonicalJson(valid))] as const;
  });
  const exchange = {
    format: 'gaoqian-exchange',
    version: exchangeFileVersion,
    draftIds: inputs.drafts.map(({ draftId }) => draftId),
    assets: inputs.assets,
    ...(inputs.lacking.length > 0 ? { lacking: inputs.lacking } : {}),
  };
  return {
    name,
    info: [
      ['Source-Organization', inputs.profile.bureau.name],
      ['External-Description', `${inputs.drafts.length} drafts with their history`],
      ['External-Identifier', name],
      ['Bagging-Date', shanghaiDate(inputs.at)],
      ['Bag-Software-Agent', inputs.agent],
      ['BagIt-Profile-Identifier', `${bagProfiles.exchange}${exchangeFileVersion}`],
    ],
    payload: new Map([...drafts, ...mediaFiles]),
    metadata: new Map([
      metadataFile('metadata/exchange.json', exchangeFileSchema, exchange),
      metadataFile('metadata/signer.json', signerSchema, signerOf(inputs)),
    ]),
    key: inputs.key,
    at: inputs.at,
  };
}

/** Where an exchange file keeps a draft, below its top folder. */
export function exchangedDraftPath(draftId: string): string {
  return `data/drafts/${draftId}.json`;
}
