// Okabe and Ito's colours, darkened or lightened until text on them or in them has a contrast of 4.5.
export const STYLE = `
:host { display: block; contain: content; }
* { box-sizing: border-box; }
.game { --bg: #fff; --fg: #1b2530; --soft: #5a6673; --line: #8793a0; --panel: #f4f6f8; --edge: #d3dae1; --accent: #0063a8; --on-accent: #fff;
  --hot: #b84a00; --good: #00704c; --input: #0072b2; --function: #00805f; --structure: #9a4c80; --plain: #5d6872; --shade: rgba(0,99,168,.10);
  font: 14px/1.45 system-ui, "DejaVu Sans", Verdana, sans-serif; color: var(--fg); background: var(--bg); border: 1px solid var(--edge);
  border-radius: 10px; overflow: hidden; max-width: 1100px; position: relative; }
.game.dark { --bg: #151b22; --fg: #e3e9ef; --soft: #9ba8b5; --line: #76828f; --panel: #1d252e; --edge: #36414d; --accent: #62b6f0; --on-accent: #0d141b;
  --hot: #ff9d57; --good: #45cf9f; --input: #2287c8; --function: #108867; --structure: #a9588f; --plain: #66727d; --shade: rgba(98,182,240,.14); color-scheme: dark; }
header { display: flex; flex-wrap: wrap; gap: 4px 18px; align-items: baseline; padding: 12px 16px 4px; }
header strong { font-size: 16px; overflow-wrap: anywhere; }
header .score { margin-left: auto; display: flex; gap: 18px; align-items: baseline; color: var(--soft); }
header .score b { color: var(--fg); font-size: 20px; font-variant-numeric: tabular-nums; }
.bar { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 6px 16px 10px; }
.bar .space { flex: 1; }
button, select { font: inherit; color: var(--fg); background: var(--panel); border: 1px solid var(--edge); border-radius: 6px; padding: 4px 10px; min-height: 32px; cursor: pointer; }
button:hover:not(:disabled), select:hover { border-color: var(--accent); }
button:disabled { opacity: .45; cursor: default; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); } button.primary .soft { color: inherit; }
button[aria-pressed=true] { background: var(--shade); border-color: var(--accent); color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.bar input[type=range] { flex: 1 1 120px; min-width: 90px; accent-color: var(--accent); }
.board { position: relative; border-block: 1px solid var(--edge); background: var(--bg); overflow: auto; max-height: 520px; }
.board svg { display: block; margin: 0 auto; touch-action: pan-x pan-y; }
.zoom { display: inline-flex; } .zoom button { padding: 0; width: 32px; border-radius: 0; } .zoom button + button { border-left: 0; }
.zoom button:first-child { border-radius: 6px 0 0 6px; } .zoom button:last-child { border-radius: 0 6px 6px 0; }
.edge { fill: none; stroke: var(--line); stroke-width: 1.3; }
.edge.grown { stroke: var(--accent); }
.edge.fresh { stroke: var(--hot); stroke-width: 2.4; }
.edge.merged { stroke: var(--good); stroke-width: 2.6; }
.edge.near { stroke: var(--fg); stroke-width: 2.2; }
.ghost { fill: none; stroke: var(--hot); stroke-width: 1.8; stroke-dasharray: 3 4; }
.ghost.merge { stroke: var(--good); }
.dimmed .edge:not(.near) { opacity: .28; }
.tip { fill: var(--line); } .tip.grown { fill: var(--accent); } .tip.fresh { fill: var(--hot); } .tip.merged { fill: var(--good); }
.label { font-size: 11px; fill: var(--fg); text-anchor: middle; pointer-events: none; } .label rect { fill: var(--bg); opacity: .88; }
.node text { fill: #fff; text-anchor: middle; font-size: 12px; pointer-events: none; }
.node .degree { fill: var(--soft); text-anchor: start; font-size: 11px; }
.node .box { fill: var(--plain); }
.node.input .box { fill: var(--input); } .node.function .box { fill: var(--function); } .node.structure .box { fill: var(--structure); }
.node.result .box { fill: var(--bg); stroke: var(--hot); stroke-width: 2; } .node.result text { fill: var(--hot); font-size: 11px; }
.node .out { fill: none; stroke: var(--hot); stroke-width: 2; }
.node.open { cursor: pointer; outline: none; }
.node .halo { fill: none; stroke: none; }
.node.open:hover .halo, .node.chosen .halo { stroke: var(--accent); stroke-width: 2; }
.node.open:focus-visible .halo { stroke: var(--fg); stroke-width: 2.5; }
.node.best .halo { stroke: var(--good); stroke-width: 3; stroke-dasharray: 5 3; }
.node.gone .box { fill: none; stroke: var(--line); stroke-dasharray: 2 3; opacity: .4; } .node.gone text { fill: var(--line); opacity: .45; }
.node.gone .degree, .node.gone .out { display: none; }
.about { padding: 8px 16px; min-height: 62px; background: var(--panel); border-bottom: 1px solid var(--edge); display: flex; gap: 12px; align-items: center; }
.about p { margin: 0; flex: 1; } .about code, code { font: 13px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; }
.fresh-word { color: var(--hot); } .merged-word { color: var(--good); } .soft { color: var(--soft); }
.tabs { display: flex; gap: 2px; padding: 8px 16px 0; overflow-x: auto; scrollbar-width: none; }
.tabs button { background: none; border: none; border-bottom: 2px solid transparent; border-radius: 6px 6px 0 0; color: var(--soft); white-space: nowrap; padding: 4px 10px; }
.tabs button[aria-selected=true] { color: var(--fg); border-bottom-color: var(--accent); font-weight: 600; }
.panel { padding: 12px 16px 16px; max-height: 380px; overflow: auto; position: relative; }
.panel:focus-visible { outline-offset: -2px; }
.panel p { margin: 0 0 10px; max-width: 70ch; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 3px 12px 3px 0; text-align: left; } th { color: var(--soft); font-weight: 500; } .num { text-align: right; } td.num { white-space: nowrap; }
tr.now td { background: var(--shade); } tr.later td { color: var(--soft); }
td button { min-height: 26px; padding: 1px 8px; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 6px; }
.bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: 6px 10px; align-items: center; max-width: 620px; }
.bars .track { background: var(--shade); border-radius: 4px; height: 12px; } .bars .part { background: var(--accent); border-radius: 4px; height: 12px; min-width: 3px; }
.bars .part.agent { background: var(--hot); }
.hints { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 8px 32px; } .bars button { min-height: 26px; padding: 1px 8px; text-align: left; }
.chart { width: 100%; height: auto; max-width: 860px; display: block; }
.chart text { font-size: 11px; fill: var(--soft); } .chart .grid-line { stroke: var(--edge); }
.chart path { fill: none; stroke-width: 1.8; } .chart path.own { stroke-width: 3; }
.legend { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 8px; }
.legend .row { margin: 0 4px; } .legend button { display: flex; gap: 8px; align-items: center; } .swatch { width: 14px; height: 4px; border-radius: 2px; display: inline-block; }
pre { margin: 0; font: 12.5px/1.55 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre; overflow-x: auto; }
pre .new { background: var(--shade); display: inline-block; min-width: 100%; } pre .note { color: var(--soft); }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 10px; }
.choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 8px; max-width: 620px; margin-bottom: 10px; }
.choices button.right { border-color: var(--good); color: var(--good); opacity: 1; font-weight: 600; } .choices button.wrong { border-color: var(--hot); color: var(--hot); opacity: 1; text-decoration: line-through; }
.versus { display: flex; gap: 24px; align-items: baseline; margin-bottom: 8px; } .versus b { font-size: 22px; font-variant-numeric: tabular-nums; }
.layers { display: grid; gap: 8px; padding: 12px 16px; padding-right: 16px; }
.layers details { border: 1px solid var(--edge); border-radius: 6px; padding: 6px 10px; background: var(--panel); } .layers summary { cursor: pointer; display: flex; gap: 12px; align-items: center; }
.layers .meter { flex: 1; height: 8px; border-radius: 4px; background: var(--shade); overflow: hidden; } .layers .meter i { display: block; height: 100%; background: var(--accent); }
.layers .grid { padding-top: 8px; }
.layers .grid button { text-align: left; display: flex; justify-content: space-between; gap: 8px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 560px) { header, .bar, .tabs, .panel, .about { padding-left: 10px; padding-right: 10px; } header .score { margin-left: 0; } .board { max-height: 420px; } button, select { min-height: 38px; } .about { min-height: 84px; } }
@media (prefers-reduced-motion: no-preference) { .edge.fresh { animation: draw .35s ease-out; } @keyframes draw { from { opacity: 0; } } }
`;
