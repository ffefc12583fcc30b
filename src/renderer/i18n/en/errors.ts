import type { Words } from '../words.ts';

export const errors = {
  internal:
    'Something went wrong inside the app and this step was not done. What was saved is safe. Try again; if it happens again, restart Gaoqian.',
  'bad-request': 'What was entered is not acceptable, so nothing was done. Check it and try again.',
  'untrusted-sender':
    'The request came from an untrusted place and was refused. Close other pages and open Gaoqian again.',
  'too-large': 'This is too large, so nothing was done. Make it smaller and try again.',
  'too-many-calls': 'That was too fast and was held back. It goes on by itself in a second.',
  cancelled: 'Cancelled. Nothing was changed.',
  'not-found': 'What was asked for is not there; it may have been moved. Refresh the list and try again.',
  'not-allowed': 'The present person may not do this. Switch person, or ask a colleague who may.',

  'data-folder-in-use': 'Another Gaoqian window is using this data. Go on in that window.',
  'data-folder-unwritable':
    'The data folder cannot be written. Your words are kept in this window; check the folder’s permissions and try again.',
  'disk-full': 'The disk is full. Your words are kept in this window; make room and saving goes on by itself.',
  'disk-error':
    'The disk could not be read or written. Your words are kept in this window; check the disk, saving is tried again.',
  'database-damaged': 'The database is damaged. A copy of it was kept; restore the newest backup.',
  'database-newer': 'A newer Gaoqian wrote this data, so it can only be read now. Update to change it.',
  'draft-not-found': 'This draft was not found; it may have been deleted. Refresh the list or look in the trash.',
  'draft-locked': 'This draft cannot be changed now. Nothing was lost; withdraw it first to change it.',
  'draft-not-in-trash': 'This draft is not in the trash and was not deleted. Refresh the list and look again.',
  'draft-packaged':
    'A package was built of this draft, so it must stay on record and cannot be deleted. It is still in the trash.',
  'stale-base': 'This draft was changed elsewhere. Both versions were kept; see the Versions tab.',

  'read-only': 'The data is open for reading only. Nothing was changed.',
  'folder-missing': 'This folder cannot be found. Check the path, and that the disk is connected.',
  'folder-unwritable': 'This folder cannot be written to. Choose another one, or check its permissions.',
  'folder-inside': 'This folder lies inside the data folder. Choose one on another disk.',
  'audit-broken':
    'Line {{line}} of the audit log is not as it was written: it or one before it was changed, dropped or moved. Leave everything as it is and ask a technician.',
  'no-person': 'No person is chosen yet. Enter a name and a role first.',
  'role-unknown': 'The bureau profile has no such role. Choose another.',
  'profile-invalid':
    'The bureau profile is not valid and was not used. The old one stays; check the file and try again.',

  'file-vanished':
    'The file vanished or changed while it was read. Nothing was added; make sure it is still there and try again.',
  'file-empty': 'The file is empty and was not added. Choose another.',
  'file-too-large': 'The file is too large and was not added. Make it smaller or choose another.',
  'file-unreadable': 'The file cannot be opened and was not added. Make sure it is not in use or encrypted.',
  'attachment-type-refused': 'Such files cannot be attached; it was not added. Use {{types}}.',
  'attachment-type-differs':
    'The file is not what its ending says (renamed, with a password or with macros) and was not added. Open it in its own program and save it anew.',
  'attachment-too-large': 'The attachment is too large and was not added. Each may have up to {{limitMegabytes}} MB.',
  'picture-broken': 'The picture is broken and was not added. Export it again or choose another.',
  'picture-truncated': 'The picture is incomplete; its lower part may be missing.',
  'picture-type-refused': 'This is no picture we can use and was not added. JPEG, PNG, WebP, GIF, TIFF and HEIC work.',
  'picture-too-large': 'The picture has too many pixels and was not added. Bring it below 100 megapixels.',
  'picture-timeout': 'The picture took too long and was not added. Choose another or make it smaller.',
  'page-not-text':
    'This file is no page, document or text and was not imported. Choose a .docx, .html, .mht, .eml or .txt file.',
  'page-empty': 'No article was found in this file and nothing was imported. Make sure it is a saved article page.',
  'import-old-office':
    '“{{name}}” is in an old format (.doc, .wps) and was not imported. Open it in WPS or Word, save it as .docx and import that.',
  'import-encrypted':
    '“{{name}}” has a password and was not imported. Open it in WPS or Word, take the password off (File, Protect Document), save it and import it again.',
  'import-pdf':
    '“{{name}}” is a PDF, which cannot become a draft again, and was not imported. Ask for the Word file, or open it in WPS or Word and save it as .docx.',
  'import-spreadsheet':
    '“{{name}}” is a spreadsheet and was not imported. Open it in WPS or Excel, copy the cells and paste them into the sheet; merged cells stay merged.',
  'import-slides':
    '“{{name}}” is a presentation and was not imported. Open it in WPS or PowerPoint and copy its words and pictures into the sheet.',
  'import-ofd':
    '“{{name}}” is an OFD file, which cannot become a draft again, and was not imported. Ask for the Word file, or copy the words in a reader.',
  'import-outlook':
    '“{{name}}” is a mail in Outlook’s own format and was not imported. Open it in Outlook, save it as HTML or MHT and import that.',
  'import-compressed':
    '“{{name}}” is a compressed file and was not imported. Unpack it first, then import the files in it.',
  'import-too-heavy':
    'This file is too long or too complex and was not imported; it is unchanged. Divide it, or take very large tables out, and import it again.',
  'docx-broken':
    'This .docx file is damaged or no Word document and was not imported. Open it in WPS or Word, save it anew and import that.',
  'mail-broken': 'This mail or web archive cannot be read and was not imported. Save it again.',

  'review-out-of-order': 'This review’s turn has not come, or a change of the content sent it back to an earlier one.',
  'review-same-person': 'One person cannot do two reviews. Ask another colleague.',
  'review-author': 'Authors cannot review their own drafts. Ask another colleague.',
  'review-role': 'The present role may not do this review. Switch person, or ask a colleague who may.',
  'review-stale':
    'The content changed during the review, so the decision was not recorded. Read the newest content, then decide.',
  'review-note-missing': 'A return or a request for changes needs a note. Write one, then send it.',
  'review-key-unknown':
    'The review file was signed with a key not known here. Compare the fingerprint before you trust it.',

  'not-signed-off': 'The draft is not signed off, so no package can be built. Finish the three reviews first.',
  'checks-failed': 'The checks still find errors. Settle them one by one in the Checks tab.',
  'nothing-live': 'No version of this draft is live on the portal, so there is nothing to correct or withdraw.',
  'print-failed':
    'The PDF was not printed. The browser edition needs Chromium, Chrome or Edge on this machine; the draft is unchanged.',
  'warnings-open':
    '{{count}} warnings have neither been settled nor explained. Open the checklist and give a reason for each that stays.',
  'attachment-missing':
    'An attachment is missing or damaged on this machine. Remove it from the draft and add it again.',
  'asset-missing': 'The original of a picture in this draft is missing. Add the picture again.',

  'archive-not-zip': 'This file is no valid zip and was not opened. Have it sent again.',
  'archive-path-unsafe':
    'The archive holds a path that leads outside it. It was refused and nothing was changed. Have it made again.',
  'archive-name-duplicate': 'The archive holds one name twice and was refused. Have it made again.',
  'archive-name-reserved': 'The archive holds a reserved file name and was refused. Have it made again.',
  'archive-link': 'The archive holds a link and was refused. Have it made again.',
  'archive-top-folder': 'The archive’s folders are not as they must be; it was refused. Have it made again.',
  'archive-too-many-entries': 'The archive holds too many files and was refused. Have it made again.',
  'archive-too-large': 'The archive is too large and was refused. Have it made again.',
  'archive-entry-too-large': 'A file in the archive is too large; it was refused. Have it made again.',
  'archive-unpacked-too-large': 'The archive would unpack to too much and was refused. Have it made again.',
  'archive-ratio': 'The archive’s compression is suspicious; it was refused. Have it made again.',
  'archive-overlap': 'Entries of the archive overlap; it was refused. Have it made again.',
  'archive-extra-bytes': 'The archive has extra bytes around it and was refused. Have it sent again.',
  'archive-header-mismatch': 'The archive contradicts itself and was refused. Have it sent again.',
  'archive-size-mismatch': 'A file in the archive has another size than recorded; it was refused. Have it sent again.',
  'archive-encrypted': 'The archive holds an encrypted file and was refused. Have it made without encryption.',
  'archive-nested-bag': 'The archive holds another package inside and was refused. Have it made again.',
  'bag-incomplete': 'A file named by the manifest is missing; the package was refused. Have it sent again.',
  'bag-foreign-file': 'The package holds a file that no manifest names and was refused. Have it made again.',
  'bag-hash-mismatch':
    'A file does not match its checksum and may have been changed; the package was refused. Have it sent again.',
  'bag-fetch-refused': 'The package wants files from elsewhere and was refused. Have it made again.',
  'bag-malformed': 'The package’s manifest is not valid; it was refused. Have it made again.',
  'signature-missing': 'The package is not signed and was refused. Have it made again.',
  'signature-invalid':
    'The signature does not match; the content may have been changed. The package was refused. Have it sent again.',
  'signature-key-unknown':
    'The package was signed with a key not known here and was refused. Check where it comes from.',
  'metadata-invalid': 'The package’s records are not valid; it was refused. Have it made again.',
  'package-wrong-kind':
    'This package is of another kind. Drop packages here to verify them; open review files from the review card.',
  'package-newer': 'A newer Gaoqian made this package. Update, then open it.',
  'package-replayed': 'This is an older revision than the portal holds and was not used.',

  'portal-unreachable':
    'The portal cannot be reached: the network is down, or the portal is not running. The package is kept here; sending goes on by itself.',
  'portal-not-found':
    'There is no portal “{{host}}” to be found: no network, or its address in the settings is wrong. The package is kept here; sending goes on by itself.',
  'portal-timeout': 'The portal did not answer in time. What was sent is kept; it goes on by itself.',
  'portal-unauthorized': 'The portal does not accept this token. The package is kept here; set a new token and retry.',
  'portal-key-unknown':
    'The portal does not know this machine’s signing key. The package is kept here; give keys/package.pub of the data folder to the portal’s administrator, then retry.',
  'site-unknown':
    'This portal takes nothing for “{{domain}}”: it has no such site, or it was retired. Ask its administrator.',
  'portal-conflict':
    'The portal has another release under this number. The package is kept here. If other machines of your bureau build packages, give this one a number of its own in the settings and build the package again.',
  'portal-refused': 'The portal refused this package. It is kept here; see why and settle it.',
  'portal-too-large':
    'The portal says the package is too large. It is kept here; use fewer pictures or ask the administrator.',
  'portal-error': 'The portal had an error of its own. The package is kept here and will be sent again.',
  'portal-full':
    'The portal’s disk is full. The package is kept here; tell its administrator. Sending goes on by itself once there is room.',
  'portal-busy': 'The portal is busy with another transfer. What was sent is kept; it goes on by itself.',
  'portal-unavailable':
    'The portal is under maintenance or too busy. The package is kept here and will be sent when it said.',
  'portal-foreign-answer':
    'Something else than the portal answered: the network may want you to sign in with the browser first, or the portal’s address in the settings is wrong. It will be tried again by itself, or at once when you ask.',
  'portal-redirect':
    'The portal pointed to “{{host}}”; the token was not sent there. If the portal moved there, change its address in the settings and retry.',
  'portal-certificate':
    'The portal’s certificate is not trusted; nothing was sent. Check the address, or choose your own root certificate in the settings.',
  'portal-certificate-date':
    'The portal’s certificate is not valid today; nothing was sent. Check this machine’s date and time; if they are right, ask the portal’s administrator for a new certificate.',
  'portal-proxy':
    'The network’s proxy does not let it through, or is of a kind that Gaoqian does not speak (such as SOCKS). The package is kept here; ask the network’s administrator for an HTTP proxy.',
  'portal-proxy-login':
    'The network’s proxy asks for a name and password, or those given were wrong. The package is kept here; enter them to go on.',
  'portal-not-configured':
    'The portal is not set up: its address or token is missing. The package is kept here; enter it in the settings first.',
  'receipt-invalid': 'The portal’s receipt is not valid. The page may be published; look at the portal.',
  'receipt-mismatch':
    'The receipt does not match the package. Do not take it as published; ask the portal’s administrator.',
  'certificate-invalid': 'There is no usable certificate in this file. Nothing was changed.',
  'folder-name-taken':
    'The folder holds another “{{file}}” already; it was not overwritten. Move it away and try again.',
  'folder-copy-differs': '“{{file}}” read back differs from the package and was removed. Use another stick or folder.',

  'link-refused': 'This address cannot be a link. http, https, mail and telephone addresses work.',
} as const satisfies Words['errors'];
