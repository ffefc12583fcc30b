import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PagePreviewer } from '#main/services/ports/page-previewer.ts';
import { knownPictures } from './bag-pictures.ts';
import { packagePages } from './package-pages.ts';
import { articlePage } from './page-template/article-page.ts';
import { portalSite } from './page-template/portal-site.ts';
import { sheetStyle, sheetStylePath, signOffSheet } from './page-template/sign-off-sheet.ts';
import { templateFiles } from './page-template/template-files.ts';

/** Draws by the functions that write the package and frame it on the portal; see `PagePreviewer`. */
export const pagePreviewer: PagePreviewer = {
  page(inputs, view) {
    const pictures = knownPictures(inputs.content.document, inputs.assets);
    const { page, pageMeta } = packagePages(inputs, pictures);
    return {
      html: articlePage(portalSite(inputs.profile), pageMeta.column.name, page, view).text,
      pictures: new Map(pictures.map(({ asset, display }) => [display, asset.display.sha256])),
      attachments: new Map((pageMeta.attachments ?? []).map(({ file, ...kept }) => [file.replace('data/', ''), kept])),
    };
  },
  async packedPage({ folder, pageMeta }, profile, view) {
    const page = await readFile(join(folder, 'data', 'index.html'), 'utf8');
    return articlePage(portalSite(profile), pageMeta.column.name, page, view).text;
  },
  signOff: (inputs) => signOffSheet(inputs).text,
  texts: (inputs) => packagePages(inputs, knownPictures(inputs.content.document, inputs.assets)),
  files: new Map([...templateFiles, [sheetStylePath, { type: 'text/css; charset=utf-8', text: sheetStyle }]]),
};
