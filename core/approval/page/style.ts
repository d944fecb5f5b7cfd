import { DARK, LIGHT, type Palette } from './palette';

const variables = (palette: Palette): string =>
	Object.entries(palette)
		.map(([name, colour]) => `--${name}:${colour as string};`)
		.join('');

/** The whole style of the page; the policy of the page allows it by its hash. */
export const STYLE = `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 .75rem}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:0 0 .75rem}
h1,h2,p,dd,td,th,li,legend,label{overflow-wrap:anywhere}
.text bdi,td bdi,dd bdi,li bdi{white-space:pre-wrap}
.muted,dt,caption,.hint,.name{color:var(--muted)}
.hint,.name,.small{font-size:.875rem}
.name{display:block;font-weight:400}
.none{color:var(--muted);font-style:italic}
.sign{border:1px solid var(--error);border-radius:3px;color:var(--error);font-size:.75em;padding:0 .2em}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.25rem;margin:1.25rem 0}
.note{border-left:4px solid var(--accent);border-radius:4px;background:var(--card);padding:.75rem 1rem;margin:1rem 0}
.note.error{border-color:var(--error);background:var(--errorGround);color:var(--text)}
.note.done{border-color:var(--done);background:var(--doneGround);color:var(--text)}
.note :last-child{margin-bottom:0}
.note a{color:inherit}
dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.25rem 1rem;margin:0}
dd{margin:0;min-width:0}
dd dl{border-left:2px solid var(--line);padding-left:.75rem}
ol,ul{margin:0;padding-left:1.25rem;list-style:disc}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;table-layout:fixed}
caption{text-align:left;padding-bottom:.25rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .5rem .5rem 0;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--muted);font-weight:600;font-size:.875rem}
td.after{font-weight:600}
.side{display:none}
fieldset{border:0;margin:1.5rem 0 0;padding:1.25rem 0 0;border-top:1px solid var(--line);min-width:0}
legend{font-weight:600;padding:0;float:left;width:100%;margin-bottom:.75rem}
legend+*{clear:both}
.choices{display:flex;flex-wrap:wrap;gap:.75rem;margin-bottom:1rem}
.choice{display:flex;align-items:center;gap:.6rem;flex:1 1 9rem;min-height:3rem;padding:.5rem .9rem;border:1px solid var(--edge);border-radius:8px;cursor:pointer}
.choice:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
input[type=radio]{width:1.25rem;height:1.25rem;margin:0;flex:none;accent-color:var(--accent)}
.field{margin-bottom:1rem}
.field label{display:block;font-weight:600;margin-bottom:.25rem}
input[type=text],textarea{width:100%;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:6px;padding:.6rem .7rem}
input[type=text]{max-width:20rem}
textarea{min-height:5rem;resize:vertical}
[aria-invalid=true]{border-color:var(--error);border-width:2px}
.wrong{color:var(--error);font-weight:600;margin:.25rem 0 .5rem}
button{font:inherit;font-weight:600;min-height:3rem;padding:.6rem 1.6rem;border:0;border-radius:8px;background:var(--accent);color:var(--onAccent);cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.note:focus{outline:none}
.note:focus-visible{outline:3px solid var(--error)}
.choice:focus-within{outline:3px solid var(--accent);outline-offset:2px}
.choice input:focus-visible{outline:none}
summary{cursor:pointer;padding:.4rem 0;color:var(--muted)}
details pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem;margin:.25rem 0}
@media (max-width:34rem){
main{padding:1rem .75rem 3rem}
.card{padding:1rem}
dl{grid-template-columns:1fr;gap:0}
dt{font-size:.875rem;margin-top:.5rem}
table,tbody,tr,th,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
caption{display:block}
tr{border-top:1px solid var(--line);padding:.5rem 0}
th,td{border:0;padding:.15rem 0}
.side{display:block;color:var(--muted);font-weight:400;font-size:.875rem}
button{width:100%}
}
@media print{.card{break-inside:avoid}form button{display:none}}
`.trim();
