/** The style of the page: readable from 360 px on, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --breaking: #c62828; --maybe: #b26a00; --additive: #2e7d32; --text: #666; }
@media (prefers-color-scheme: dark) { :root { --breaking: #ff8a80; --maybe: #ffc166; --additive: #9ccc9f; --text: #aaa; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
code, pre, .id { font-family: ui-monospace, monospace; font-size: .85rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin: .5rem 0; }
.sides > div { border: 1px solid var(--line); border-radius: .25rem; padding: .25rem .5rem; min-width: 0; }
.sides small, .meta { color: var(--text); font-size: .85rem; }
pre { margin: 0; white-space: pre-wrap; max-height: 20rem; overflow: auto; }
form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .5rem 0; background: Canvas; border-bottom: 1px solid var(--line); }
input[type="search"], select { font: inherit; padding: .25rem .5rem; flex: 1 1 12rem; min-width: 0; max-width: 100%; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem .75rem; border: 0; margin: 0; padding: 0; }
article { border-left: .25rem solid var(--line); background: var(--soft); margin: .5rem 0; padding: .5rem .75rem; scroll-margin-top: 8rem; }
article:target { outline: 2px solid Highlight; }
article p { margin: 0; }
summary { cursor: pointer; }
.breaking { border-color: var(--breaking); } .maybe { border-color: var(--maybe); } .additive { border-color: var(--additive); }
b.breaking { color: var(--breaking); } b.maybe { color: var(--maybe); } b.additive { color: var(--additive); } b.text { color: var(--text); }
[hidden] { display: none !important; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } form { position: static; } }
`;

/** SHA-256 of the style, for the policy of the page. A browser has no hash that does not wait. */
export const STYLE_HASH = "sha256-obfNO8dbV8b+JcrJxypsy+LjuCZh+oFIL3nhw4RZvLU=";
