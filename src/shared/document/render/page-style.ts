/** The page's own small stylesheet; a portal's template brings its own instead. */
export const pageStyle = `:root { color-scheme: light dark; }
body { margin: 0; background: #fff; color: #1f1f1f; font: 17px/1.85 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
article { max-width: 42em; margin: 0 auto; padding: 2em 1.2em 4em; overflow-wrap: anywhere; }
header { text-align: center; border-bottom: 1px solid #d0d0d0; margin-bottom: 1.6em; }
h1 { font-size: 1.6em; line-height: 1.4; margin: 0.6em 0; }
h1, h2, h3, h4, .facts, figcaption { font-family: "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
h2 { font-size: 1.25em; } h3 { font-size: 1.1em; } h4 { font-size: 1em; }
.subheadline { font-size: 1.1em; margin: 0 0 0.6em; }
.facts { color: #595959; font-size: 0.82em; }
.correction { margin: 0.8em 0; padding: 0.5em 1em; border: 1px solid #b8860b; font-size: 0.9em; text-align: left; }
.facts span { margin: 0 0.8em; white-space: nowrap; }
article > p { text-indent: 2em; text-align: justify; margin: 0.8em 0; }
article > p.align-center { text-indent: 0; text-align: center; }
article > p.align-right { text-indent: 0; text-align: right; }
article > p.boilerplate { text-indent: 0; color: #595959; font-size: 0.88em; border-top: 1px solid #d0d0d0; padding-top: 0.8em; }
blockquote { margin: 1em 2em; padding-left: 1em; border-left: 3px solid #d0d0d0; }
figure { margin: 1.4em 0; text-align: center; break-inside: avoid; }
img { max-width: 100%; height: auto; }
.pictures { display: flex; gap: 0.5em; justify-content: center; align-items: flex-start; }
.pictures img { flex: 0 1 auto; min-width: 0; }
@media (max-width: 40em) {
  .pictures { display: block; }
  .pictures img + img { margin-top: 0.5em; }
}
table { border-collapse: collapse; margin: 1.2em 0; font-size: 0.92em; line-height: 1.6; width: 100%; }
th, td { border: 1px solid #a6a6a6; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
th { background: #f2f2f2; }
figcaption { font-size: 0.88em; color: #595959; margin-top: 0.4em; }
.credit { margin-left: 0.8em; white-space: nowrap; }
.attachments { border-top: 1px solid #d0d0d0; margin-top: 2em; padding-top: 0.6em; }
.attachments h2 { font-size: 1em; margin: 0 0 0.4em; }
.attachments ol { margin: 0; }
.size { color: #595959; font-size: 0.88em; }
hr { border: 0; border-top: 1px solid #d0d0d0; margin: 2em 0; }
a { color: #0b57a4; }
@media (prefers-color-scheme: dark) {
  body { background: #1c1c1c; color: #e6e6e6; }
  .facts, figcaption, .size, article > p.boilerplate { color: #b0b0b0; }
  th { background: #2e2e2e; }
  header, blockquote, hr, .attachments, article > p.boilerplate { border-color: #4a4a4a; }
  a { color: #8ab8f0; }
  mark { background: #6b5900; color: #fff; }
}
@media print {
  body { background: #fff; color: #000; font-size: 12pt; }
  article { max-width: none; padding: 0; }
  a { color: inherit; }
}
`;
