// A graph that is too large to be drawn: its layers, each to be opened.
import { h } from "./dom.js";

const MOST_LAYERS = 24;

/** The same interface as Board. */
export class Layers {
  constructor(game, on) {
    this.game = game;
    this.on = on;
    this.labels = false;
    this.tools = null;
    this.layers = grouped(game);
    this.opened = new Set();
    this.element = h("div", { class: "board" }, h("div", { class: "layers", role: "group", "aria-label": `${game.data.name} in ${this.layers.length} layers` }));
  }

  fit() {}

  choose() {}

  update(step, best = new Set()) {
    const list = this.element.firstChild;
    const focused = list.getRootNode().activeElement;
    const layer = [...list.children].findIndex((one) => one.contains(focused));
    const place = layer < 0 ? -1 : buttons(list.children[layer]).indexOf(focused);
    list.replaceChildren(...this.layers.map((vertices, k) => {
      const open = vertices.filter((vertex) => this.game.open.has(vertex));
      const label = `layer ${k + 1}: ${open.length} of ${vertices.length} open`;
      const details = h("details", { open: this.opened.has(k) }, h("summary", {}, h("span", {}, label),
        h("span", { class: "meter", "aria-hidden": "true" }, h("i", { style: `width:${(100 * open.length) / vertices.length}%` }))));
      const fill = () => {
        if (details.childElementCount === 1) {
          details.append(h("div", { class: "grid" }, ...open.map((vertex) => this.button(vertex, best))));
        }
      };
      if (this.opened.has(k)) {
        fill();
      }
      details.addEventListener("toggle", () => {
        details.open ? this.opened.add(k) : this.opened.delete(k);
        fill();
      });
      return details;
    }));
    if (layer >= 0) { // what had the focus was made anew, or is gone
      const now = buttons(list.children[layer]);
      (place < 0 || now.length === 0 ? list.children[layer].firstChild : now[Math.min(place, now.length - 1)]).focus({ preventScroll: true });
    }
  }

  button(vertex, best) {
    const node = this.game.data.nodes[this.game.id(vertex) - 1];
    return h("button", { title: node.detail, class: best.has(vertex) ? "primary" : "", onclick: () => this.on.eliminate(vertex), onpointerenter: () => this.on.choose(vertex), onfocus: () => this.on.choose(vertex) },
      h("span", {}, node.label), h("span", { class: "soft" }, String(this.game.degree(vertex))));
  }
}

function buttons(layer) { return [...layer.querySelectorAll(".grid button")]; }

/** Vertices by the longest path from an input, several depths to a layer where there are many. */
function grouped(game) {
  const depth = new Map();
  game.data.nodes.forEach((node, k) => {
    const before = game.in(k + 1).map((edge) => depth.get(edge.source) ?? 0);
    depth.set(k + 1, node.kind === "input" ? 0 : 1 + Math.max(0, ...before));
  });
  const deepest = Math.max(...depth.values());
  const each = Math.ceil(deepest / MOST_LAYERS);
  const layers = [];
  for (const vertex of [...game.open].sort((a, b) => a - b)) {
    const place = Math.floor((depth.get(game.id(vertex)) - 1) / each);
    (layers[place] ??= []).push(vertex);
  }
  return layers.filter((layer) => layer);
}
