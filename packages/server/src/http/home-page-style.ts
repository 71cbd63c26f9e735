/** The home page's only style sheet. Its policy allows exactly these bytes, by their hash. */
export const homePageStyle = `
:root {
  color-scheme: light dark;
  --paper: #faf8f3; --card: #fff; --code: #f1eee5; --line: #dcd7ca;
  --ink: #1a292c; --muted: #4d5c5c; --accent: #0b5a50; --on-accent: #fff; --mark: #b9791a;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --serif: ui-serif, Georgia, "Noto Serif", "DejaVu Serif", serif;
  --mono: ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12191b; --card: #192224; --code: #0c1214; --line: #2e3a3c;
    --ink: #e5e9e6; --muted: #a5b2b0; --accent: #78d2c0; --on-accent: #0b1f1c; --mark: #e0b25c;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--sans); }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; }
.wrap { max-width: 68rem; margin: 0 auto; padding: 0 clamp(1.1rem, 4vw, 2.5rem); }
a { color: var(--accent); text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: .19rem solid var(--mark); outline-offset: .19rem; border-radius: .2rem; }
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--card); }
.skip:focus { left: 1rem; top: 1rem; }

.top { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1.5rem; padding-block: 1.1rem; }
.brand { display: flex; margin-right: auto; }
.brand svg { width: 2.2rem; height: 2.2rem; }
.languages ul { display: flex; gap: 1.1rem; margin: 0; padding: 0; list-style: none; }
.languages a { display: inline-block; padding: .3rem 0; color: var(--muted); text-decoration: none; }
.languages a:hover { text-decoration: underline; }
.languages a[aria-current] { color: var(--ink); border-bottom: .14rem solid var(--mark); }

h1, h2, .value, .counts dd { font-family: var(--serif); font-weight: 600; line-height: 1.15; }
h1 { max-width: 18ch; margin: clamp(1.6rem, 5vw, 3.6rem) 0 1rem; font-size: clamp(2.1rem, 6vw, 3.5rem); }
h1 { letter-spacing: -.015em; text-wrap: balance; }
h2 { margin: 0 0 1rem; font-size: clamp(1.35rem, 3vw, 1.65rem); text-wrap: balance; }
h3 { margin: 1.6rem 0 .5rem; font-size: 1rem; }
p { max-width: 66ch; margin: 0 0 1rem; }
.lead { max-width: 46ch; color: var(--muted); font-size: clamp(1.15rem, 2.4vw, 1.35rem); line-height: 1.45; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .8rem 1.6rem; margin: 1.8rem 0 0; padding: 0; }
.actions { list-style: none; }
.button { display: inline-block; padding: .65rem 1.25rem; border-radius: .45rem; font-weight: 600; }
.button { background: var(--accent); color: var(--on-accent); text-decoration: none; }
.button:hover { text-decoration: underline; }

section { margin-top: clamp(2.6rem, 6vw, 4.4rem); }
.counts { display: grid; grid-template-columns: repeat(5, auto); gap: 1.4rem; margin: 0; }
.counts { padding: 1.4rem 0; border-block: 1px solid var(--line); }
.counts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.counts dt { color: var(--muted); font-size: .95rem; line-height: 1.35; }
.counts dd { margin: 0 0 .2rem; font-size: clamp(1.9rem, 4.4vw, 2.7rem); font-variant-numeric: lining-nums; }
.current { margin: .9rem 0 0; color: var(--muted); font-size: .95rem; }

.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem; }
.figures { margin: 0; padding: 0; list-style: none; }
.figures li { display: flex; flex-direction: column; padding: 1.1rem 1.25rem 1rem; border-radius: .5rem; }
.figures li { background: var(--card); border: 1px solid var(--line); border-top: .2rem solid var(--accent); }
.qualifier { min-height: 1.6em; color: var(--muted); font-size: .9rem; }
.value { font-size: 2.3rem; font-variant-numeric: lining-nums; }
.name { margin: .35rem 0 .3rem; line-height: 1.4; }
.period { margin-bottom: .6rem; color: var(--muted); font-size: .9rem; }
.source, .note { margin-top: .35rem; color: var(--muted); font-size: .8rem; line-height: 1.45; }
.source { margin-top: auto; padding-top: .6rem; border-top: 1px solid var(--line); }
.source cite { font-style: normal; }

.columns { margin-top: clamp(2.6rem, 6vw, 4.4rem); }
.columns { display: grid; grid-template-columns: 3fr 2fr; gap: 2.5rem clamp(2rem, 6vw, 5rem); }
.columns section { margin-top: 0; }
.audience { margin: 0; padding: 0; list-style: none; }
.audience li { padding: .75rem 0; border-top: 1px solid var(--line); }
.audience li:first-child { padding-top: 0; border-top: 0; }
.audience strong { display: block; }

pre { margin: 0; padding: 1rem 1.15rem; overflow-x: auto; border-radius: .5rem; tab-size: 2; }
pre { background: var(--code); border: 1px solid var(--line); font: .875rem/1.6 var(--mono); }
pre code { font: inherit; user-select: all; -webkit-user-select: all; }
footer { margin-top: clamp(3rem, 8vw, 5rem); border-top: 1px solid var(--line); color: var(--muted); font-size: .95rem; }
footer .wrap { display: flex; flex-wrap: wrap; gap: .3rem 2rem; padding-block: 1.4rem 2rem; }

@media (max-width: 47rem) {
  .counts { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
  .columns { grid-template-columns: 1fr; }
  .qualifier:empty { display: none; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --code: #fff; --line: #999; --ink: #000; --muted: #333; --accent: #000; }
  html { font-size: 10.5pt; }
  .languages, .skip { display: none; }
  h1 { margin-top: 1rem; }
  section, .columns { margin-top: 1.6rem; }
  section, .figures li, pre, .counts { break-inside: avoid; }
  .button { padding: 0; background: none; color: #000; text-decoration: underline; }
  .actions a::after { content: " (" attr(href) ")"; font-weight: 400; }
  pre { white-space: pre-wrap; }
}
`;
