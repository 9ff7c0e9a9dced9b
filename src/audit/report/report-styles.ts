/** The styles of a report. It stands alone: no style, script or picture comes from elsewhere. */
export const reportStyles = `
:root { color-scheme: light dark; --text: #0b0c0c; --muted: #505a5f; --line: #b1b4b6; --fill: #1d70b8; --mark: #fff2b3; --bad: #d4351c; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --text: #f3f2f1; --muted: #b1b4b6; --line: #505a5f; --fill: #5694ca; --mark: #5c4a00; --bad: #ff8a75; --page: #0b0c0c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; font: 1.0625rem/1.5 arial, sans-serif; color: var(--text); background: var(--page); overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { font-size: 1.5rem; margin-top: 2.5rem; } h3 { font-size: 1.1875rem; margin: 1.75rem 0 0.25rem; }
dl { display: grid; grid-template-columns: minmax(6rem, 10rem) 1fr; gap: 0.25rem 1rem; } dt { font-weight: 700; } dd { margin: 0; }
p { margin: 0.4rem 0; } .muted { color: var(--muted); }
.stop { border: 5px solid var(--bad); padding: 0.5rem 1rem; margin: 1.5rem 0; } .stop h2 { margin-top: 0.25rem; color: var(--bad); }
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; } th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
caption { text-align: left; font-weight: 700; padding-bottom: 0.25rem; } .number { text-align: right; font-variant-numeric: tabular-nums; }
mark { background: var(--mark); color: inherit; outline: 2px solid var(--bad); outline-offset: 1px; white-space: pre-wrap; }
svg { width: 6rem; height: 0.75rem; display: block; margin-top: 0.4rem; } .track { fill: var(--line); } .fill { fill: var(--fill); }
@media print { :root { --text: #000; --muted: #333; --line: #999; --fill: #333; --mark: #eee; --bad: #000; --page: #fff; } body { max-width: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } tr, .stop { break-inside: avoid; } .scroll { overflow: visible; } }
`.trim();
