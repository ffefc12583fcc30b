import { createHash } from 'node:crypto';

/** The template's style sheet. Plain text and not a file, so that the portal can be built into another program. */
export const templateStyle = `
:root {
  color-scheme: light dark;
  --brand: #14488a;
  --on-brand: #ffffff;
  --ground: #f3f4f6;
  --sheet: #ffffff;
  --ink: #1c2026;
  --quiet: #565e69;
  --line: #dcdfe4;
  --shade: rgb(20 30 45 / 0.5);
}
.large { --quiet: #2f353d; --brand: #0c376c; }
@media (prefers-color-scheme: dark) {
  :root {
    --brand: #8ab8f5;
    --on-brand: #0d1c30;
    --ground: #15181c;
    --sheet: #1d2126;
    --ink: #e7e9ec;
    --quiet: #a7aeb8;
    --line: #343a42;
    --shade: rgb(0 0 0 / 0.65);
  }
  .large { --quiet: #d3d8de; --brand: #a9cbfa; }
}
* { box-sizing: border-box; }
html { text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink);
  font: 16px/1.7 "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  overflow-wrap: break-word;
}
a { color: var(--brand); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 16px; top: 8px; z-index: 1; padding: 4px 12px; background: var(--sheet); }
.bar { max-width: 1088px; margin: 0 auto; padding: 0 24px; width: 100%; }
.site-header { background: var(--sheet); border-top: 4px solid var(--brand); border-bottom: 1px solid var(--line); }
.site-header .bar { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; padding-top: 18px; padding-bottom: 18px; }
.site-name { font-size: 24px; line-height: 1.3; font-weight: 600; letter-spacing: 0.04em; text-decoration: none; }
.bureau-name { color: var(--quiet); font-size: 14px; }
.page {
  flex: 1; width: calc(100% - 32px); max-width: 1040px; margin: 24px auto; padding: 32px 40px 48px;
  background: var(--sheet); border: 1px solid var(--line); border-radius: 4px;
}
.page h1 { margin: 0 0 16px; font-size: 28px; line-height: 1.4; text-wrap: balance; }
.site-footer { border-top: 1px solid var(--line); background: var(--sheet); color: var(--quiet); font-size: 14px; text-align: center; }
.site-footer .bar { padding-top: 20px; padding-bottom: 24px; }
.site-footer p { margin: 0; }

.columns { display: flex; flex-wrap: wrap; gap: 8px 24px; margin: 0 0 8px; padding: 0 0 12px; border-bottom: 1px solid var(--line); list-style: none; }
.columns a { text-decoration: none; padding: 4px 0 10px; color: var(--quiet); }
.columns a:hover { color: var(--brand); }
.columns a[aria-current] { color: var(--brand); font-weight: 600; box-shadow: 0 3px 0 var(--brand); }
.articles { margin: 0; padding: 0; list-style: none; }
.articles li { display: flex; gap: 24px; padding: 22px 0; border-bottom: 1px solid var(--line); }
.articles li:last-child { border-bottom: 0; }
.articles .words { flex: 1; min-width: 0; }
.articles h2 { margin: 0 0 6px; font-size: 18px; line-height: 1.5; font-weight: 600; }
.articles h2 a { color: inherit; text-decoration: none; }
.articles h2 a:hover { color: var(--brand); text-decoration: underline; }
.articles .abstract { margin: 0 0 6px; color: var(--quiet); font-size: 15px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.articles .facts { margin: 0; color: var(--quiet); font-size: 14px; }
.articles .facts span + time { margin-left: 16px; }
.articles img { flex: none; width: 168px; height: 112px; object-fit: cover; border-radius: 3px; background: var(--ground); }
.empty { padding: 48px 0; text-align: center; color: var(--quiet); }
.pages { display: flex; justify-content: center; align-items: center; gap: 24px; padding-top: 24px; border-top: 1px solid var(--line); }

.notice { max-width: 640px; margin: 24px auto; text-align: center; }
.notice .code { margin: 0; color: var(--quiet); font-size: 14px; }
.page .question { text-wrap: pretty; font-size: 20px; line-height: 1.6; }
.address { color: var(--quiet); overflow-wrap: anywhere; }
.acts { display: flex; flex-wrap: wrap; justify-content: center; gap: 16px; margin: 24px 0 0; }
.act {
  font: inherit; min-width: 112px; padding: 8px 20px; border: 1px solid var(--brand); border-radius: 4px;
  background: transparent; color: var(--brand); text-align: center; text-decoration: none; cursor: pointer;
}
.main-act { background: var(--brand); color: var(--on-brand); }
dialog {
  width: min(520px, calc(100vw - 32px)); padding: 28px 32px 32px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--sheet); color: var(--ink); text-align: center;
}
dialog h2 { margin: 0 0 8px; font-size: 18px; line-height: 1.6; }
dialog::backdrop { background: var(--shade); }

.place { max-width: 760px; margin: -12px auto 24px; color: var(--quiet); font-size: 14px; }
.place ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }
.place li + li::before { content: "›"; margin: 0 8px; }
.article article { max-width: 760px; margin: 0 auto; font-size: 17px; line-height: 1.9; overflow-wrap: anywhere; }
.article article > header { margin-bottom: 28px; padding-bottom: 14px; border-bottom: 1px solid var(--line); text-align: center; }
.article .subheadline { margin: 0 0 12px; color: var(--quiet); }
.article .facts { margin: 0; color: var(--quiet); font-size: 14px; line-height: 1.7; }
.article .facts span { margin: 0 10px; white-space: nowrap; }
.article .correction { margin: 14px 0 0; padding: 8px 16px; border-left: 3px solid var(--brand); background: var(--ground); font-size: 15px; line-height: 1.7; text-align: left; text-indent: 0; text-wrap: pretty; }
.article article > p { margin: 0 0 0.9em; text-indent: 2em; text-align: justify; }
.article article > p.align-center { text-indent: 0; text-align: center; }
.article article > p.align-right { text-indent: 0; text-align: right; }
.article article > p.boilerplate { margin-top: 1.6em; padding-top: 14px; border-top: 1px solid var(--line); text-indent: 0; color: var(--quiet); font-size: 14px; line-height: 1.8; }
.article article > p.boilerplate + p.boilerplate { margin-top: 0; padding-top: 0; border-top: 0; }
.article h2, .article h3, .article h4 { margin: 1.6em 0 0.6em; line-height: 1.5; }
.article h2 { font-size: 21px; }
.article h3 { font-size: 19px; }
.article h4 { font-size: 17px; }
.article figure { margin: 1.8em 0; text-align: center; break-inside: avoid; }
.article figure img { max-width: 100%; height: auto; border-radius: 3px; background: var(--ground); }
.article .pictures { display: flex; gap: 8px; justify-content: center; align-items: flex-start; }
.article .pictures img { flex: 0 1 auto; min-width: 0; }
.article figcaption { margin-top: 8px; color: var(--quiet); font-size: 15px; line-height: 1.6; }
.article .credit { margin-left: 0.8em; white-space: nowrap; }
.article blockquote { margin: 1.2em 0; padding: 2px 20px; border-left: 3px solid var(--brand); color: var(--quiet); }
.article table { width: 100%; margin: 1.4em 0; border-collapse: collapse; font-size: 16px; line-height: 1.7; }
.article th, .article td { padding: 6px 12px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.article th { background: var(--ground); font-weight: 600; }
.article hr { margin: 2em 0; border: 0; border-top: 1px solid var(--line); }
.article .attachments { margin-top: 1.8em; padding-top: 14px; border-top: 1px solid var(--line); font-size: 16px; line-height: 1.8; }
.article .attachments h2 { margin: 0 0 0.3em; font-size: 16px; }
.article .size { color: var(--quiet); font-size: 14px; }
.article article ul, .article article ol { padding-left: 2em; }
a[data-leave]::after { content: " \\2197" / ""; color: var(--quiet); font-size: 0.8em; }

/* 大字版: larger text, wider lines, strong colours (《互联网网站适老化通用设计规范》 asks for 18 pt and more). */
.large .site-header, .large .site-footer, .large .place, .large .page { font-size: 20px; }
.large .place, .large .article article { max-width: 920px; }
.large .article article { font-size: 26px; line-height: 1.9; }
.large .page h1 { font-size: 36px; }
.large .article h2, .large .article h3, .large .article h4 { font-size: 28px; }
.large .article .facts, .large .article .correction, .large .article figcaption, .large .article table, .large .article .attachments, .large .article .attachments h2, .large .article .size, .large .article article > p.boilerplate { font-size: 22px; }
.large .article article > p { text-align: left; }
.large .bureau-name, .large .view { font-size: 20px; }
.view { margin-left: auto; font-size: 14px; }

@media (max-width: 640px) {
  .bar { padding-left: 16px; padding-right: 16px; }
  .site-name { font-size: 20px; }
  .view { margin-left: 0; }
  .place { margin-top: 0; }
  .page { width: 100%; margin: 0; padding: 20px 16px 32px; border-width: 0 0 1px; border-radius: 0; }
  .page h1 { font-size: 23px; }
  .large .page h1 { font-size: 30px; }
  .large .article article { font-size: 24px; }
  .articles li { gap: 16px; padding: 16px 0; }
  .articles img { width: 104px; height: 72px; }
  .articles .abstract { display: none; }
  .article .pictures { display: block; }
  .article .pictures img + img { margin-top: 8px; }
}
@page { size: A4; margin: 22mm 20mm; }
@media print {
  .site-header, .site-footer, .skip, .place { display: none; }
  body, .page { background: #fff; color: #000; }
  .article article { max-width: none; font: 12pt/1.8 FangSong, STFangsong, "Noto Serif CJK SC", SimSun, serif; }
  .article a { color: inherit; text-decoration: none; }
  .page { width: 100%; border: 0; padding: 0; margin: 0; max-width: none; }
}
`;

/** Named by its content, so it may be kept for good. */
export const stylePath = `/assets/portal.${createHash('sha256').update(templateStyle).digest('hex').slice(0, 12)}.css`;
