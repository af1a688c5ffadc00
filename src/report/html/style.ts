/**
 * The style sheet of a page, written short because every report carries it. Colours are pairs with a contrast of at least
 * 4.5 (WCAG 2.2 AA) in light and dark; what is coloured has a sign and a word too. Narrow pages come first.
 */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--soft:#f6f8fa;--line:#d1d9e0;--text:#1f2328;--muted:#57606a;--link:#0757b8;--good:#116329;--good-bg:#dafbe1;--bad:#a40e26;--bad-bg:#ffebe9;--warn:#744500;--warn-bg:#fff3c4;--bar:#2f6fd0;--bar2:#2a7d46;--bar3:#a36a00;--bar4:#6e7781}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--soft:#161b22;--line:#343b44;--text:#e6edf3;--muted:#9aa4af;--link:#6cb6ff;--good:#56d364;--good-bg:#12301d;--bad:#ff938a;--bad-bg:#3c1618;--warn:#e8bd52;--warn-bg:#34280c;--bar:#4c8ff0;--bar2:#3fa95c;--bar3:#d29922;--bar4:#768390}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer,nav{max-width:70rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.5rem;line-height:1.25;margin:0;letter-spacing:-.01em}
h2{font-size:1.2rem;margin:2.25rem 0 .75rem}h2 small{font-weight:400;color:var(--muted);font-size:.85rem;margin-left:.4rem}
h3 .id{font-weight:400;margin-left:.25rem}
h3{font-size:1rem;margin:.25rem 0 .5rem}
p{margin:.5rem 0}
a{color:var(--link);text-underline-offset:.15em}
dd a,li>a,th a,h3 a{display:inline-block;min-height:24px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code,pre{font:.875em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.6rem .75rem;margin:.5rem 0;white-space:pre-wrap}
.muted,.more,footer,caption,dt,h3 .muted{color:var(--muted);font-weight:400}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.25rem .5rem}
.verdict{border:1px solid;border-radius:12px;padding:1.1rem 1.25rem;display:grid;grid-template-columns:auto 1fr;gap:.1rem .9rem;align-items:center}
.verdict.good{background:var(--good-bg);border-color:var(--good)}.verdict.bad{background:var(--bad-bg);border-color:var(--bad)}
.verdict svg{width:2.5rem;height:2.5rem;grid-row:span 2}
.good svg{fill:var(--good)}.bad svg{fill:var(--bad)}.verdict path{stroke:var(--bg);fill:none;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
.verdict p{margin:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:.8rem 0 0}
.figures div{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:.55rem .8rem;display:flex;flex-direction:column-reverse}
.figures dt{font-size:.8rem}.figures dd{margin:0;font-weight:600;font-size:1.05rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;padding:.8rem 0 0;margin:0;font-size:.9rem}
nav a{display:inline-block;padding:.25rem 0}
.b{display:inline-block;justify-self:start;border-radius:99px;padding:.05rem .55rem;font-size:.78rem;font-weight:600;line-height:1.5;white-space:nowrap;background:var(--soft);color:var(--muted);border:1px solid var(--line)}
.b.good,.y{color:var(--good);background:var(--good-bg);border-color:transparent}
.b.bad{color:var(--bad);background:var(--bad-bg);border-color:transparent}
.n{color:var(--bad);background:var(--soft)}
.b.warn,.w{color:var(--warn);background:var(--warn-bg);border-color:transparent}
.q,.u{color:var(--muted);background:var(--soft)}
.b.good::before,.y::before{content:"✓ "/""}.b.bad::before,.n::before{content:"✗ "/""}.b.warn::before,.w::before{content:"! "/""}.q::before{content:"? "/""}
ul{padding-left:1.2rem;margin:.4rem 0}
.plain,.files,.digests,.diagnostics{list-style:none;padding:0;margin:0}
.diagnostics li,.found li,.digests li{margin:.3rem 0}
.card{border:1px solid var(--line);border-left:4px solid var(--bar4);border-radius:8px;padding:.75rem 1rem;margin:0 0 .75rem}
.card.bad{border-left-color:var(--bad)}.card.warn{border-left-color:var(--warn)}
.found.card{padding-left:2rem}
.hint{color:var(--muted)}.hint::before{content:"What to do: ";font-weight:600;color:var(--text)}
summary{cursor:pointer;padding:.35rem 0}
summary:hover b,summary:hover{color:var(--link)}
.files{border:1px solid var(--line);border-radius:8px;overflow:clip}
.files>li+li{border-top:1px solid var(--line)}
.long>li{content-visibility:auto;contain-intrinsic-size:auto 3rem}
.row{display:flex;flex-wrap:wrap;gap:.15rem .75rem;align-items:baseline;padding:.6rem .9rem;list-style-position:inside}
.row::after{content:"";order:9}
.file[open]>.row{background:var(--soft)}
.row code,.row span:not(.b){color:var(--muted)}
.file summary{list-style:none}.file summary::-webkit-details-marker{display:none}
.file summary::before{content:"›"/"";color:var(--muted);width:.6rem;display:inline-block;transition:transform .1s}
.file[open]>summary::before{transform:rotate(90deg)}
div.row{padding-left:2.25rem}
dl{display:grid;grid-template-columns:minmax(0,1fr);margin:0;padding:.4rem .9rem .9rem 2.25rem}
dl dd{margin:0 0 .5rem}dt{font-size:.85rem}
.figures dt,.figures dd{margin:0}dl.figures{padding:0}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;padding:.5rem .75rem;font-size:.85rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem;border-top:1px solid var(--line);font-weight:400}
thead th{font-weight:600;white-space:nowrap;background:var(--soft);vertical-align:bottom}
tbody th{overflow-wrap:normal}
td.why{min-width:14rem}
.matrix td{white-space:nowrap;border-left:2px solid var(--bg)}
.matrix tbody th{position:sticky;left:0;background:var(--bg);min-width:7.5rem;max-width:14rem;overflow-wrap:anywhere;border-right:1px solid var(--line)}
.matrix th span{display:block;color:var(--muted);font-size:.85em}
.legend{display:flex;flex-wrap:wrap;gap:.4rem;font-size:.82rem}.legend span{padding:.1rem .5rem;border-radius:4px}
.timeline{table-layout:fixed}
.timeline,.timeline thead,.timeline tbody,.timeline tr,.timeline caption{display:block}
.timeline tr{display:grid;grid-template-columns:minmax(0,1fr) auto;border-top:1px solid var(--line);padding:.35rem 0}
.timeline caption{padding:0 .25rem .4rem}
.timeline th,.timeline td{border:0;padding:0 .25rem;background:none}
.timeline .bar{grid-column:1/-1}
.timeline th[colspan]{grid-column:1/-1;font-weight:600;padding-top:.4rem}
.timeline .time{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;color:var(--muted)}
.timeline svg{display:block;width:100%;height:1rem;overflow:visible}
.timeline text{fill:var(--muted);font-size:11px}
#grid line{stroke:var(--line)}
rect{y:3px;height:10px;rx:2px;fill:var(--bar4);stroke:var(--bar4);stroke-width:1px}
rect.build{fill:var(--bar);stroke:var(--bar)}rect.verify,rect.smoke{fill:var(--bar2);stroke:var(--bar2)}rect.restore,rect.save{fill:var(--bar3);stroke:var(--bar3)}rect.failed{fill:var(--bad);stroke:var(--bad)}
footer{padding:2rem 1rem;font-size:.85rem}
@media (min-width:46rem){
body{line-height:1.55}
h1{font-size:1.8rem}
.file>.row,div.row{display:grid;grid-template-columns:.6rem 7.5rem minmax(0,1fr) minmax(0,1fr) 5rem 8rem}
div.row{padding-left:.9rem}div.row span:last-child{grid-column:span 2}div.row::before{content:""}
dl:not(.figures){grid-template-columns:8.5rem minmax(0,1fr);gap:.25rem 1rem;padding-left:2.25rem}
dl:not(.figures) dd{margin:0}
.timeline tr{grid-template-columns:minmax(0,19rem) 4.5rem minmax(0,1fr);align-items:center;border:0;padding:.1rem 0}
.timeline .bar{grid-column:auto}
}
@media print{
:root{--bg:#fff;--soft:#fff;--text:#000;--muted:#444}
nav,.skip{display:none}body{font-size:10pt}.long>li{content-visibility:visible}.scroll{overflow:visible}
::details-content{content-visibility:visible;display:block}
.card,tr,.files>li{break-inside:avoid}a{color:inherit}h2{break-after:avoid}
}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`
