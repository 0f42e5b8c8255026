// Attention along a game: a slider over positions, the graph, and the matrix of one head or of their mean.
const STYLE = `
  :host { display: block; font: 13px "DejaVu Sans", Verdana, sans-serif; color: var(--jp-content-font-color1, inherit); }
  .bar { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; margin: 6px 0; }
  .bar input[type=range] { width: 220px; }
  .both { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  .graph { flex: 1 1 420px; max-width: 820px; overflow: auto; max-height: 560px; }
  canvas { image-rendering: pixelated; border: 1px solid #6e7b86; width: 340px; height: 340px; }
  .right { flex: 0 0 342px; max-width: 342px; }
  p { margin: 4px 0; min-height: 1.3em; }
  g.box { cursor: pointer; }
`;
const SVG = "http://www.w3.org/2000/svg";

function bytes(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function make(parent, tag, attributes = {}, text = "") {
  const node = tag.startsWith("svg:") ? document.createElementNS(SVG, tag.slice(4)) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text) node.textContent = text;
  parent.append(node);
  return node;
}

class Attention {
  constructor(host) {
    this.state = JSON.parse(host.querySelector("script").textContent);
    const table = host.querySelector("table");
    this.root = host.attachShadow({ mode: "open" });
    make(this.root, "style", {}, STYLE);
    this.bars();
    const both = make(this.root, "div", { class: "both" });
    this.graph = make(both, "div", { class: "graph" });
    const right = make(both, "div", { class: "right" });
    this.canvas = make(right, "canvas", { role: "img", "aria-label": "matrix of attention: rows look at columns" });
    this.canvas.addEventListener("mousemove", (event) => this.point(event));
    this.canvas.addEventListener("click", (event) => this.choose(this.cell(event)[0]));
    this.told = make(right, "p");
    if (table) make(this.root, "slot");
    this.chosen = this.state.inputs + this.state.order[0];
    this.show();
  }

  bars() {
    const bar = make(this.root, "div", { class: "bar" });
    const label = (text) => { const one = make(bar, "label", {}, text + " "); return one; };
    this.step = make(label("position"), "input", { type: "range", min: 0, max: this.state.views.length - 1, value: 0, "aria-label": "position" });
    this.where = make(bar, "span");
    this.layer = this.select(label("layer"), this.state.layers);
    this.head = this.select(label("head"), this.state.heads);
    this.who = make(label("network"), "select");
    for (const name of ["trained", "untrained"]) make(this.who, "option", { value: name }, name);
    for (const input of [this.step, this.layer, this.head, this.who]) input.addEventListener("input", () => this.show());
  }

  select(parent, count) {
    const select = make(parent, "select");
    make(select, "option", { value: -1 }, "mean");
    for (let k = 0; k < count; k++) make(select, "option", { value: k }, String(k + 1));
    return select;
  }

  /** Weights of what is selected, row by row. */
  weights(view) {
    const all = bytes(view[this.who.value]);
    const size = view.ids.length ** 2;
    const sum = new Float64Array(size);
    let maps = 0;
    for (let layer = 0; layer < this.state.layers; layer++) {
      for (let head = 0; head < this.state.heads; head++) {
        if ((+this.layer.value < 0 || +this.layer.value === layer) && (+this.head.value < 0 || +this.head.value === head)) {
          const from = (layer * this.state.heads + head) * size;
          for (let k = 0; k < size; k++) sum[k] += (all[from + k] / 255) ** 2;
          maps++;
        }
      }
    }
    return sum.map((weight) => weight / maps);
  }

  name(id) {
    return this.state.boxes[id - 1]?.label ?? "output";
  }

  show() {
    this.view = this.state.views[+this.step.value];
    this.now = this.weights(this.view);
    const move = this.state.order[this.view.step];
    this.where.textContent = `before move ${this.view.step + 1} of ${this.state.order.length}: vertex ${move}; rest expected to cost `
      + `${this.view.costToGo.toFixed(0)}, was played at ${this.view.played}`;
    if (!this.view.ids.includes(this.chosen)) this.chosen = this.state.inputs + move;
    this.matrix();
    this.draw();
    const box = this.state.boxes[this.chosen - 1];
    this.graph.scrollTop = (box.y / this.state.height) * this.graph.scrollHeight - 250;
  }

  choose(row) {
    if (row >= 0) this.chosen = this.view.ids[row];
    this.draw();
    this.matrix();
  }

  matrix() {
    const count = this.view.ids.length;
    this.canvas.width = count;
    this.canvas.height = count;
    const context = this.canvas.getContext("2d");
    const image = context.createImageData(count, count);
    const most = this.now.reduce((a, b) => Math.max(a, b), 1e-9);
    const chosen = this.view.ids.indexOf(this.chosen);
    for (let k = 0; k < count * count; k++) {
      const share = Math.sqrt(this.now[k] / most);
      const own = Math.floor(k / count) === chosen;
      image.data.set(own ? [213, 94, 0, 60 + 195 * share] : [58, 155, 220, 255 * share], 4 * k);
    }
    context.putImageData(image, 0, 0);
  }

  cell(event) {
    const place = this.canvas.getBoundingClientRect();
    const count = this.view.ids.length;
    const at = (offset, size) => Math.min(count - 1, Math.max(0, Math.floor(offset / size * count)));
    return [at(event.clientY - place.top, place.height), at(event.clientX - place.left, place.width)];
  }

  point(event) {
    const [row, column] = this.cell(event);
    const count = this.view.ids.length;
    const relation = this.state.relations[bytes(this.view.relations)[row * count + column]];
    this.told.textContent = `${this.name(this.view.ids[row])} looks at ${this.name(this.view.ids[column])} (${relation}): `
      + `${(100 * this.now[row * count + column]).toFixed(1)} %, an even share is ${(100 / count).toFixed(1)} %`;
  }

  draw() {
    this.graph.replaceChildren();
    const { width, height, boxes, routes } = this.state;
    const scale = Math.min(1, Math.max(0.6, 800 / width));
    const svg = make(this.graph, "svg:svg", { viewBox: `0 0 ${width} ${height}`, width: width * scale, height: height * scale, "font-size": 12 });
    for (const route of routes) {
      const points = route.map((x, k) => (k % 2 ? x + " " : x + ",")).join("");
      make(svg, "svg:polyline", { points, fill: "none", stroke: "#6e7b86", "stroke-opacity": 0.35 });
    }
    const count = this.view.ids.length;
    const row = this.view.ids.indexOf(this.chosen);
    const centre = (box) => [box.x + box.w / 2, box.y + box.h / 2];
    const most = Math.max(1e-9, ...this.now.slice(row * count, (row + 1) * count).filter((_, k) => k !== row));
    const likeliest = Math.max(...this.view.policy);
    this.view.ids.forEach((id, column) => {
      const [from, to] = [boxes[this.chosen - 1], boxes[id - 1]];
      const share = this.now[row * count + column] / most;
      if (from && to && column !== row && share > 0.05) {
        const [[x1, y1], [x2, y2]] = [centre(from), centre(to)];
        make(svg, "svg:path", { d: `M${x1},${y1} Q${(x1 + x2) / 2},${(y1 + y2) / 2 - 30} ${x2},${y2}`, fill: "none", stroke: "#d55e00",
          "stroke-width": 0.5 + 3.5 * share, "stroke-opacity": 0.15 + 0.75 * share });
      }
    });
    boxes.forEach((box, k) => {
      const token = this.view.ids.indexOf(k + 1);
      const open = token >= 0 && token < this.view.policy.length;
      const group = make(svg, "svg:g", { class: "box", opacity: token < 0 ? 0.25 : 1 });
      make(group, "svg:title", {}, box.detail + (open ? `; policy ${(100 * this.view.policy[token]).toFixed(1)} %` : ""));
      make(group, "svg:rect", { x: box.x, y: box.y, width: box.w, height: box.h, rx: k < this.state.inputs ? box.h / 2 : 4,
        fill: k < this.state.inputs ? "#0072b2" : "#5d6872", stroke: k + 1 === this.chosen ? "#d55e00" : "none", "stroke-width": 3 });
      make(group, "svg:text", { x: box.x + box.w / 2, y: box.y + box.h / 2 + 4, "text-anchor": "middle", fill: "#ffffff" }, box.label);
      if (open) {
        make(group, "svg:rect", { x: box.x, y: box.y + box.h + 1, width: box.w * this.view.policy[token] / likeliest, height: 4, fill: "#009e73" });
      }
      if (token >= 0) group.addEventListener("click", () => this.choose(token));
    });
    this.told.textContent = `${this.name(this.chosen)} looks along the orange lines; green bars are the policy, the longest is `
      + `${(100 * likeliest).toFixed(1)} %. Choose another vertex in the graph or a row of the matrix.`;
  }
}

for (const host of document.querySelectorAll(".crosscountry-attention")) {
  if (!host.shadowRoot) new Attention(host);
}
