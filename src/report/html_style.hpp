#pragma once

#include <string_view>

namespace sidik::report {

/// The look of the page: system fonts, light and dark by the reader's setting, and a style for print.
inline constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1c2430;--soft:#586273;--rule:#dfdcd4;--track:#ebe8e0;
--good:#1f7a7a;--plain:#6f8fb3;--fault:#c2741d;--fault-ground:#f6e3cb;--quiet:#b9c0ca;
--low:#5b9c8f;--medium:#d9b04c;--high:#d9803c;--very-high:#b23a3a;--bad:#a32f2f;--bad-ground:#fbeceb;--warning:#8a5a0b;--warning-ground:#fbf3e0}
@media (prefers-color-scheme:dark){:root{--paper:#14181e;--card:#1b2028;--ink:#e6e9ee;--soft:#9aa5b4;--rule:#2d3540;--track:#2a313b;
--good:#4fb3ad;--plain:#7fa3cc;--fault:#e09a4a;--fault-ground:#4a3620;--quiet:#566171;
--low:#4f9488;--medium:#c9a13f;--high:#cf7a3c;--very-high:#cc5252;--bad:#ff9a92;--bad-ground:#3a2022;--warning:#e8bd68;--warning-ground:#352b17}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
font-variant-numeric:tabular-nums lining-nums}
main{max-width:62rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1,h2{font-family:ui-serif,Georgia,"Noto Serif",serif;font-weight:600;line-height:1.22;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:clamp(1.55rem,4.2vw,2.35rem);margin:.3rem 0 1.1rem}
h2{font-size:clamp(1.15rem,2.6vw,1.5rem);margin:.15rem 0 1rem}
h3{font-size:1rem;margin:1.6rem 0 .6rem;overflow-wrap:anywhere}
section{margin-top:2.75rem;padding-top:1.4rem;border-top:1px solid var(--rule)}
.kicker{margin:0;color:var(--soft);font-size:.8rem;letter-spacing:.07em;text-transform:uppercase}
.note{color:var(--soft);font-size:.87rem;max-width:46rem}
.says{list-style:none;margin:0 0 1.4rem;padding:0;max-width:50rem}
.says li{padding:.5rem .8rem;margin:.4rem 0;border-left:4px solid var(--rule);overflow-wrap:anywhere}
.says .bad{border-color:var(--bad);background:var(--bad-ground)}
.says .warning{border-color:var(--warning);background:var(--warning-ground)}
.says .bad b{color:var(--bad)}.says .warning b{color:var(--warning)}
.banner{margin:0 0 1.4rem;padding:.8rem 1rem;border:2px solid var(--bad);background:var(--bad-ground);font-weight:600;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1.4rem 0 0;padding:0}
.tiles div{background:var(--card);border:1px solid var(--rule);border-radius:.5rem;padding:.75rem .9rem}
.tiles dt{color:var(--soft);font-size:.82rem}
.tiles dd{margin:.1rem 0 0;font-size:1.45rem;font-weight:600;line-height:1.2}
.tiles .bad{color:var(--bad)}.tiles .warning{color:var(--warning)}
figure{margin:.4rem 0 1rem}
.chart{display:block;overflow:visible;font-size:13px}
.chart text{fill:var(--ink)}.chart .q{fill:var(--soft)}
.chart .v{text-anchor:end;font-weight:600}.chart .m{text-anchor:middle;fill:var(--soft);font-size:12px}
.over{overflow:visible}.pointer{fill:var(--ink)}
.drop{stroke:var(--soft);stroke-dasharray:2 3}
.i-track{fill:var(--track)}.i-good{fill:var(--good)}.i-plain{fill:var(--plain)}.i-fault{fill:url(#hatch)}.i-quiet{fill:var(--quiet)}
.i-low{fill:var(--low)}.i-medium{fill:var(--medium)}.i-high{fill:var(--high)}.i-very-high{fill:var(--very-high)}
.hatch-ground{fill:var(--fault-ground)}.hatch-line{stroke:var(--fault);stroke-width:3}
.defs{position:absolute}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:0 0 .6rem;color:var(--soft);font-size:.87rem}
.scroll{overflow-x:auto;border:1px solid var(--rule);border-radius:.5rem;background:var(--card);margin:.6rem 0 1rem}
table{border-collapse:collapse;width:max-content;min-width:100%;font-size:.87rem}
caption{text-align:left;padding:.6rem .75rem;color:var(--soft)}
th,td{padding:.38rem .75rem;text-align:left;vertical-align:top;border-top:1px solid var(--rule);max-width:24rem;overflow-wrap:anywhere}
thead th{color:var(--soft);font-weight:600;white-space:nowrap}
tbody th{font-weight:600}
.n{text-align:right;white-space:nowrap}
code{font:.84em ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.exhibit{background:var(--card);border:1px solid var(--rule);border-radius:.5rem;padding:.8rem 1rem;margin:.6rem 0;overflow-wrap:anywhere}
.exhibit p{margin:.25rem 0}.bad-text{color:var(--bad);font-weight:600}
footer{margin-top:3rem;color:var(--soft);font-size:.84rem;overflow-wrap:anywhere}
@media (max-width:40rem){main{padding:1.5rem .9rem 3rem}th,td{max-width:13rem;padding:.34rem .5rem}}
@media print{@page{margin:16mm}:root{color-scheme:light}body{background:#fff;font-size:10.5pt}main{padding:0;max-width:none}
section{margin-top:1.4rem;break-inside:auto}figure,.tiles,.exhibit,tr{break-inside:avoid}h2,.kicker{break-after:avoid}
.scroll{overflow:visible;border:0}table{font-size:8pt;width:100%}th,td{padding:.2rem .35rem}.n{white-space:normal}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";

}  // namespace sidik::report
