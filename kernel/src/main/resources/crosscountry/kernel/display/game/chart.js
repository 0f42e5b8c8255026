// Costs so far as curves.
import { s } from "./dom.js";

const WIDTH = 720;
const HEIGHT = 230;
const LEFT = 54;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 34;
const COLOURS = ["#56b4e9", "#009e73", "#cc79a7", "#e69f00", "#8a7fd6", "#8b949e"];
const OWN = "#d55e00";

export function colour(k) { return k < 0 ? OWN : COLOURS[k % COLOURS.length]; }

/** @param curves each {name, sums, own, colour}; @param steps how many steps a whole game has */
export function chart(curves, steps, unit) {
  const highest = Math.max(1, ...curves.flatMap((curve) => curve.sums));
  const x = (step) => LEFT + ((WIDTH - LEFT - RIGHT) * step) / Math.max(1, steps);
  const y = (cost) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * cost) / highest;
  const words = curves.map((curve) => `${curve.name} ${curve.sums[curve.sums.length - 1]}`).join(", ");
  const svg = s("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${unit} so far by step: ${words}` });
  for (const tick of ticks(highest, 4)) {
    svg.append(s("line", { class: "grid-line", x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick) }),
      s("text", { x: LEFT - 8, y: y(tick) + 4, "text-anchor": "end" }, tick));
  }
  for (const tick of ticks(steps, 8)) {
    svg.append(s("text", { x: x(tick), y: HEIGHT - BOTTOM + 16, "text-anchor": "middle" }, tick));
  }
  svg.append(s("text", { x: WIDTH - RIGHT, y: HEIGHT - 4, "text-anchor": "end" }, "step"), s("text", { x: 4, y: 10 }, unit));
  for (const curve of curves) {
    const points = curve.sums.map((cost, step) => `${x(step).toFixed(1)},${y(cost).toFixed(1)}`);
    svg.append(s("path", { d: `M${points.join(" L")}`, class: curve.own ? "own" : "", stroke: curve.colour }, s("title", {}, curve.name)));
    if (curve.own) {
      svg.append(s("circle", { cx: x(curve.sums.length - 1), cy: y(curve.sums[curve.sums.length - 1]), r: 4.5, fill: curve.colour }));
    }
  }
  return svg;
}

/** Round numbers from nought up to the highest. */
function ticks(highest, about) {
  const rough = highest / about;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = Math.max(1, [1, 2, 5, 10].find((k) => k * power >= rough) * power);
  const all = [];
  for (let tick = 0; tick <= highest; tick += step) {
    all.push(tick);
  }
  return all;
}
