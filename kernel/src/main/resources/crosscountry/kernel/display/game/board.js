// The graph as a drawing that is played on.
import { s, h } from "./dom.js";

const ROUND = 4;

/** @param game asked for edges and steps; @param on what to do: choose(vertex or 0), eliminate(vertex) */
export class Board {
  constructor(game, on) {
    this.game = game;
    this.on = on;
    this.nodes = new Map();
    this.drawn = new Map();
    this.labels = game.data.edges.length <= 26;
    const { width, height } = game.data;
    this.edgeLayer = s("g", {});
    this.ghostLayer = s("g", {});
    this.nodeLayer = s("g", {});
    this.labelLayer = s("g", {});
    this.svg = s("svg", { viewBox: `0 0 ${width} ${height}`, role: "group",
      "aria-label": `graph of ${game.data.name}; arrow keys move between open vertices, Enter eliminates` },
    this.edgeLayer, this.ghostLayer, this.labelLayer, this.nodeLayer);
    this.scroll = h("div", { class: "board" }, this.svg);
    const zoom = (label, text, act) => h("button", { "aria-label": label, title: label, onclick: act }, text);
    this.tools = h("span", { class: "zoom" }, zoom("smaller", "\u2212", () => this.zoom(this.scale / 1.25)),
      zoom("larger", "+", () => this.zoom(this.scale * 1.25)), zoom("fit the width", "\u2922", () => this.fit()));
    this.element = this.scroll;
    game.data.nodes.forEach((node, k) => this.addNode(node, k + 1));
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.zoom(1);
  }

  zoom(scale) {
    this.scale = Math.min(2.5, Math.max(0.3, scale));
    this.svg.setAttribute("width", this.game.data.width * this.scale);
    this.svg.setAttribute("height", this.game.data.height * this.scale);
  }

  /** The whole width, but letters not below 8 pixels nor much above their size. */
  fit() {
    const room = this.scroll.clientWidth;
    if (room > 0) {
      this.zoom(Math.min(1.3, Math.max(0.67, (room - 2) / this.game.data.width)));
    }
  }

  addNode(node, id) {
    const round = node.kind === "input" || node.kind === "result" ? node.h / 2 : ROUND;
    const box = (extra, attributes) => s("rect", { x: node.x - extra, y: node.y - extra, width: node.w + 2 * extra, height: node.h + 2 * extra, rx: round + extra, ...attributes });
    const group = s("g", { class: `node ${node.kind} ${node.family}` },
      box(6, { class: "halo" }), node.kind === "output" ? box(3, { class: "out" }) : null, box(0, { class: "box" }),
      s("text", { x: node.x + node.w / 2, y: node.y + node.h / 2 + 4.3 }, node.label),
      s("text", { class: "degree", x: node.x - 2, y: node.y - 5 }, ""));
    const entry = { group, degree: group.querySelector(".degree"), node, id };
    this.nodes.set(id, entry);
    this.nodeLayer.append(group);
    if (node.kind === "vertex") {
      group.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && this.on.choose(node.vertex));
      group.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && this.on.choose(0));
      group.addEventListener("focus", () => this.on.choose(node.vertex));
      group.addEventListener("pointerup", (event) => { this.touched = event.pointerType === "touch"; });
      group.addEventListener("click", () => {
        // a finger cannot hover: its first tap asks, the second eliminates
        if (this.touched && this.chosen !== node.vertex) {
          this.on.choose(node.vertex);
        } else {
          this.on.eliminate(node.vertex);
        }
      });
    }
  }

  key(event) {
    const vertex = this.game.data.nodes[[...this.nodes.values()].find((entry) => entry.group === event.target)?.id - 1]?.vertex;
    if (!vertex) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.on.eliminate(vertex);
    } else if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      this.focus(this.neighbour(vertex, event.key));
    }
  }

  /** The nearest open vertex in the direction of an arrow key. */
  neighbour(vertex, key) {
    const centre = (v) => { const n = this.nodes.get(this.game.id(v)).node; return [n.x + n.w / 2, n.y + n.h / 2]; };
    const [x, y] = centre(vertex);
    const [ux, uy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    let best = vertex;
    let least = Infinity;
    for (const other of this.game.open) {
      const [ox, oy] = centre(other);
      const along = (ox - x) * ux + (oy - y) * uy;
      const aside = Math.abs((ox - x) * uy) + Math.abs((oy - y) * ux);
      if (along > 1 && along + 2.5 * aside < least) {
        best = other;
        least = along + 2.5 * aside;
      }
    }
    return best;
  }

  /** One vertex can be reached by Tab; the arrow keys do the rest. */
  focus(vertex, take = true) {
    this.stop = vertex;
    for (const { group, node } of this.nodes.values()) {
      if (this.game.open.has(node.vertex)) {
        group.setAttribute("tabindex", node.vertex === vertex ? "0" : "-1");
      } else {
        group.removeAttribute("tabindex");
      }
    }
    if (take) {
      this.nodes.get(this.game.id(vertex))?.group.focus();
    }
  }

  /** Draws the game as it stands; edges of the step are marked. */
  update(step, best = new Set()) {
    const marks = new Map(step ? step.products.map((product) => [product.result, product.existing ? "merged" : "fresh"]) : []);
    const now = new Set(this.game.edges());
    for (const [edge, parts] of this.drawn) {
      if (!now.has(edge)) {
        parts.forEach((part) => part.remove());
        this.drawn.delete(edge);
      }
    }
    for (const edge of now) {
      const parts = this.drawn.get(edge) ?? this.addEdge(edge);
      const mark = `${edge.born > 0 ? "grown" : ""} ${marks.get(edge) ?? ""}`;
      parts[0].setAttribute("class", `edge ${mark}`);
      parts[1].setAttribute("class", `tip ${mark}`);
    }
    const taken = this.svg.contains(this.svg.getRootNode().activeElement);
    for (const { group, degree, node, id } of this.nodes.values()) {
      if (node.kind === "vertex") {
        const open = this.game.open.has(node.vertex);
        group.classList.toggle("open", open);
        group.classList.toggle("gone", !open);
        group.classList.toggle("best", open && best.has(node.vertex));
        degree.textContent = open ? this.game.degree(node.vertex) : "";
        if (open) {
          const step = this.game.peek(node.vertex);
          group.setAttribute("role", "button");
          group.setAttribute("aria-label", `vertex ${node.vertex}, ${node.detail}; costs ${step.cost}, ${step.fresh} new edges, degree ${degree.textContent}`);
          group.removeAttribute("aria-hidden");
        } else {
          group.removeAttribute("role");
          group.setAttribute("aria-hidden", "true");
        }
      } else if (node.kind === "result") {
        group.classList.toggle("apart", !this.game.open.has(this.game.data.nodes[node.of - 1].vertex));
      }
    }
    if (this.game.open.size > 0) {
      const next = this.game.open.has(this.stop) ? this.stop : this.nearest(this.stop);
      this.focus(next, taken);
    }
    this.labelLayer.style.display = this.labels ? "" : "none";
  }

  nearest(vertex) {
    const open = [...this.game.open];
    return open.reduce((best, one) => Math.abs(one - (vertex ?? 0)) < Math.abs(best - (vertex ?? 0)) ? one : best, open[0]);
  }

  addEdge(edge) {
    const text = this.label(edge);
    const width = 6.6 * text.length + 6;
    const curve = this.curve(edge, width);
    const path = s("path", { d: curve.d, class: "edge" });
    path.append(s("title", {}, this.title(edge)));
    const tip = s("path", { d: "M0,0 L-7,-3.5 L-7,3.5 Z", class: "tip", transform: `translate(${curve.end[0]} ${curve.end[1]}) rotate(${curve.angle})` });
    const [x, y] = [curve.share, 0.5, 0.35, 0.65, 0.25, 0.75].map(curve.at).find((place) => this.free(place, width)) ?? curve.at(curve.share);
    const label = s("g", { class: "label" }, s("rect", { x: x - width / 2, y: y - 8, width, height: 15, rx: 3 }), s("text", { x, y: y + 3.5 }, text));
    label.place = { x, y, width };
    this.edgeLayer.append(path, tip);
    this.labelLayer.append(label);
    const parts = [path, tip, label];
    this.drawn.set(edge, parts);
    return parts;
  }

  /** Whether a label of this width stands on no other there. */
  free([x, y], width) {
    return [...this.drawn.values()].every(([, , { place }]) => Math.abs(x - place.x) > (width + place.width) / 2 || Math.abs(y - place.y) > 14);
  }

  label(edge) {
    const text = this.game.data.partials ? edge.text ?? "\u2202" : `type ${edge.type}`;
    return text.length > 16 ? `${text.slice(0, 15)}\u2026` : text;
  }

  title(edge) {
    const data = this.game.data;
    const ends = `${data.nodes[edge.source - 1].name} to ${data.nodes[edge.target - 1].name}`;
    const typed = !data.partials ? `: type ${edge.type}, ${edge.o1} x ${edge.o2} by ${edge.p1} x ${edge.p2}` : "";
    return `${ends}${typed}${edge.text ? `: ${edge.text}` : ""}${edge.value !== null ? ` = ${edge.value.toPrecision(5)}` : ""}`;
  }

  /** The layout's route for a first edge, a curve for one that came later; width: that of its label. */
  curve(edge, width = 0) {
    // labels of edges that cross stand at different ends
    const t = ((edge.source + edge.target) % 2 ? 0.66 : 0.3) + 0.06 * ((edge.source >> 1) % 2);
    const route = edge.index >= 0 ? this.game.data.routes[edge.index] : [];
    if (route.length >= 4) {
      const points = [];
      for (let k = 0; k < route.length; k += 2) {
        points.push([route[k], route[k + 1]]);
      }
      return { d: `M${points.map((p) => p.join(",")).join(" L")}`, end: points[points.length - 1], angle: angle(points[points.length - 2], points[points.length - 1]), at: (share) => along(points, share),
        share: points.length === 2 && width < 0.45 * Math.hypot(points[1][0] - points[0][0], points[1][1] - points[0][1]) ? t : 0.5 };
    }
    const a = this.game.data.nodes[edge.source - 1];
    const b = this.game.data.nodes[edge.target - 1];
    const bend = (((edge.source * 7 + edge.target * 13) % 5) - 2) * 5;
    const across = this.game.data.across;
    const start = across ? [a.x + a.w, a.y + a.h / 2] : [a.x + a.w / 2, a.y + a.h];
    const end = across ? [b.x, b.y + b.h / 2] : [b.x + b.w / 2, b.y];
    const reach = (across ? end[0] - start[0] : end[1] - start[1]) * 0.45;
    const c1 = across ? [start[0] + reach, start[1] + bend] : [start[0] + bend, start[1] + reach];
    const c2 = across ? [end[0] - reach, end[1] + bend] : [end[0] + bend, end[1] - reach];
    const at = (p) => [0, 1].map((k) => (1 - p) ** 3 * start[k] + 3 * (1 - p) ** 2 * p * c1[k] + 3 * (1 - p) * p * p * c2[k] + p ** 3 * end[k]);
    return { d: `M${start} C${c1} ${c2} ${end}`, end, angle: angle(c2, end), at, share: t };
  }

  /** Marks a vertex, its edges, and dashed what eliminating it would make; 0 for none. */
  choose(vertex) {
    this.chosen = vertex;
    this.ghostLayer.replaceChildren();
    const open = vertex > 0 && this.game.open.has(vertex);
    this.edgeLayer.classList.toggle("dimmed", open);
    for (const { group, node } of this.nodes.values()) {
      group.classList.toggle("chosen", open && node.vertex === vertex);
    }
    const id = this.game.id(vertex);
    for (const [edge, [path]] of this.drawn) {
      path.classList.toggle("near", open && (edge.source === id || edge.target === id));
    }
    if (open) {
      for (const product of this.game.peek(vertex).products) {
        const shape = product.existing ? this.curve(product.existing) : this.curve(product.result);
        this.ghostLayer.append(s("path", { class: product.existing ? "ghost merge" : "ghost", d: shape.d }));
      }
    }
  }
}

function angle(from, to) { return (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI; }

/** A part of the way along a line of corners. */
function along(points, share) {
  const lengths = points.slice(1).map((p, k) => Math.hypot(p[0] - points[k][0], p[1] - points[k][1]));
  let rest = lengths.reduce((a, b) => a + b, 0) * share;
  for (let k = 0; k < lengths.length; k++) {
    if (rest <= lengths[k]) {
      const part = lengths[k] > 0 ? rest / lengths[k] : 0;
      return [0, 1].map((i) => points[k][i] + part * (points[k + 1][i] - points[k][i]));
    }
    rest -= lengths[k];
  }
  return points[0];
}
