import { canonicalJson } from '#shared/document/canonical.ts';
import { reviewFileSchema, reviewFileVersion, signerSchema } from '#shared/model/review-file.ts';
import { shanghaiDate, shanghaiMinute } from '#shared/shanghai-time.ts';
import type { ReviewFileInputs } from '#main/services/ports/package-writer.ts';
import { bagProfiles, utf8, type BagParts, type Files } from './bag.ts';
import { metadataFile, signerOf } from './metadata-file.ts';

/** `TSZJ-20220316-0007-r3-review-093000`: the day and the second of writing keep two machines' files apart. */
function reviewFileName(inputs: ReviewFileInputs): string {
  const day = shanghaiDate(inputs.at).replaceAll('-', '');
  const second = shanghaiMinute(inputs.at).slice(11).replace(':', '') + inputs.at.slice(17, 19);
  const number = String(inputs.number).padStart(4, '0');
  return `${inputs.profile.bureau.code}-${day}-${number}-r${inputs.revision}-review-${second}`;
}

/** What a review file (审稿包) holds: the draft with its comment marks, its reviews, comments and small pictures. */
export function reviewFileContents(inputs: ReviewFileInputs, mediaFiles: Files): BagParts {
  const name = reviewFileName(inputs);
  return {
    name,
    info: [
      ['Source-Organization', inputs.profile.bureau.name],
      ['External-Description', inputs.content.metadata.headline],
      ['External-Identifier', name],
      ['Bagging-Date', shanghaiDate(inputs.at)],
      ['Bag-Group-Identifier', inputs.reviewFile.draftId],
      ['Bag-Software-Agent', inputs.agent],
      ['BagIt-Profile-Identifier', `${bagProfiles['review-file']}${reviewFileVersion}`],
    ],
    payload: new Map([['data/document.json', utf8(canonicalJson(inputs.content))], ...mediaFiles]),
    metadata: new Map([
      metadataFile('metadata/review-file.json', reviewFileSchema, inputs.reviewFile),
      metadataFile('metadata/signer.json', signerSchema, signerOf(inputs)),
    ]),
    key: inputs.key,
    at: inputs.at,
  };
}
