export const adminStylePath = '/assets/admin.css';

/** What the pages for looking after the portal have beside the public ones. */
export const adminStyle = `
.admin { max-width: 1100px; }
.admin-nav { border-bottom: 1px solid var(--line); }
.admin-nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; margin: 0 auto; padding: 8px 24px; }
.admin-nav a[aria-current] { font-weight: 600; text-decoration: none; }
.sign-out { display: flex; align-items: center; gap: 12px; margin-left: auto; }
.admin h2 { font-size: 18px; margin: 28px 0 8px; }
.admin table { width: 100%; border-collapse: collapse; font-size: 15px; }
.admin th, .admin td { text-align: left; vertical-align: top; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); }
.admin td { overflow-wrap: anywhere; }
.admin th, .admin td time, .admin .whole { white-space: nowrap; }
.admin table.narrow { width: auto; }
.admin table.narrow td, .admin table.narrow th { padding-right: 48px; }
.admin td code { color: var(--quiet); }
.admin .fact { display: block; }
.admin .wide { overflow-x: auto; }
.admin .wide table { min-width: 760px; }
.admin code { font-size: 13px; overflow-wrap: anywhere; }
.admin label { display: block; margin: 12px 0 4px; }
.admin input[type='text'], .admin input[type='password'], .admin input[type='search'], .admin select {
  font: inherit; padding: 6px 8px; min-width: min(320px, 100%); max-width: 100%;
}
.admin textarea { font: inherit; padding: 6px 8px; width: 100%; resize: vertical; }
.admin .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: 0 32px; }
.admin .fields input { width: 100%; }
.admin details { margin: 8px 0; }
.admin summary { width: fit-content; padding: 4px 0; color: var(--brand); cursor: pointer; }
.admin details form { padding: 0 0 8px 16px; }
.admin details p { margin: 4px 0 8px; }
.admin section { padding-bottom: 20px; border-bottom: 1px solid var(--line); }
.admin form.row { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 12px; margin: 8px 0; }
.admin form.row > div { flex: 0 1 340px; }
.admin form.row > div:has(select) { flex: none; }
.admin form.row label { margin: 0; }
.admin form.row input, .admin form.row select { height: 44px; }
.admin form.row input { width: 100%; min-width: 0; }
.admin form.row select { min-width: 0; }
.admin .acts { justify-content: flex-start; }
.admin .figures { display: flex; flex-wrap: wrap; gap: 16px 40px; margin: 0; padding: 0; list-style: none; }
.admin .figures strong { display: block; font-size: 28px; }
.admin .once { padding: 12px 16px; border: 2px solid var(--line); border-radius: 6px; }
.admin .wrong { font-weight: 600; }
`;
