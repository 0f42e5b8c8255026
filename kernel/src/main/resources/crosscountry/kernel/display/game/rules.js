// The rules of vertex elimination, on numbers or on typed edges. Ids: inputs 1..I, vertex v has I + v.
// The algebra of edge types comes as tables in the state: data.tables, made from the Java rules.
import { added, block, chained } from "./blocks.js";

/** A game: which edges there are, what was eliminated, and the way back. */
export class Game {
  constructor(data) {
    this.data = data;
    this.blocks = data.blocks ? data.blocks.map(([rows, columns, ...sparse]) => block(rows, columns, sparse)) : null;
    this.inputs = data.nodes.filter((node) => node.kind === "input").length;
    this.types = new Map((data.tables ? data.tables.codes : []).map((code, k) => [code, k]));
    this.restart();
  }

  restart() {
    this.into = new Map();
    this.from = new Map();
    this.open = new Set(this.data.open);
    this.order = [];
    this.costs = [];
    this.steps = [];
    this.data.edges.forEach((row, k) => {
      const [source, target, type, o1, o2, p1, p2] = row;
      const partial = this.data.partials ? this.data.partials[k] : null;
      this.put({ source, target, type, o1, o2, p1, p2, born: 0, index: k,
        text: partial ? partial.text : null, value: partial ? number(partial.value) : null, block: this.blocks ? this.blocks[k] : null });
    });
  }

  id(vertex) { return this.inputs + vertex; }

  put(edge) {
    row(this.into, edge.target).set(edge.source, edge);
    row(this.from, edge.source).set(edge.target, edge);
  }

  drop(edge) {
    this.into.get(edge.target)?.delete(edge.source);
    this.from.get(edge.source)?.delete(edge.target);
  }

  edge(source, target) { return this.into.get(target)?.get(source) ?? null; }

  edges() { return [...this.into.values()].flatMap((sources) => [...sources.values()]); }

  /** In-edges by ascending source. */
  in(id) { return [...(this.into.get(id)?.values() ?? [])].sort((a, b) => a.source - b.source); }

  /** Out-edges by ascending target. */
  out(id) { return [...(this.from.get(id)?.values() ?? [])].sort((a, b) => a.target - b.target); }

  get total() { return this.costs.reduce((sum, cost) => sum + cost, 0); }

  get finished() { return this.open.size === 0; }

  /** What eliminating a vertex would do: its products, cost, new and merged edges; nothing changes. */
  peek(vertex) {
    const id = this.id(vertex);
    const products = [];
    const ins = this.in(id);
    for (const out of this.out(id)) {
      for (const into of ins) {
        products.push(this.product(into, out));
      }
    }
    return {
      vertex, products,
      cost: products.reduce((sum, product) => sum + product.cost, 0),
      fresh: products.filter((product) => product.existing === null).length,
      merged: products.filter((product) => product.existing !== null).length,
    };
  }

  product(into, out) {
    const existing = this.edge(into.source, out.target);
    const tables = this.data.tables;
    let type = 1;
    let cost = 1;
    if (tables) {
      const a = this.types.get(into.type);
      const b = this.types.get(out.type);
      type = tables.product[a][b];
      cost = extents(tables.cost[a][b], into, out);
      if (existing) {
        type = tables.sum[this.types.get(existing.type)][this.types.get(type)];
      }
    }
    const old = existing ?? { o1: 0, o2: 0, p1: 0, p2: 0 };
    const result = {
      source: into.source, target: out.target, type,
      o1: into.o2 !== 0 ? out.o1 : old.o1, o2: into.o2 !== 0 ? out.o2 : old.o2,
      p1: into.p2 !== 0 ? into.p1 : old.p1, p2: into.p2 !== 0 ? into.p2 : old.p2,
      born: this.order.length + 1, index: -1,
      value: into.value === null || out.value === null ? null : out.value * into.value + (existing ? existing.value : 0),
      text: sum(existing ? existing.text : "", times(out.text, into.text)),
    };
    return { in: into, out, existing, cost, result };
  }

  /** Eliminates an open vertex; anything else is an error that names the open ones. */
  eliminate(vertex) {
    if (!this.open.has(vertex)) {
      throw new Error(`vertex ${vertex} is not open; open vertices: ${[...this.open].join(", ") || "none"}`);
    }
    const step = this.peek(vertex);
    const id = this.id(vertex);
    step.removed = [...this.in(id), ...this.out(id)];
    for (const { in: into, out, existing, result } of step.products) {
      const product = this.blocks ? chained(out.block, into.block) : null; // a look ahead has no need of them
      result.block = existing ? added(existing.block, product) : product;
      this.put(result);
    }
    step.removed.forEach((edge) => this.drop(edge));
    this.open.delete(vertex);
    this.order.push(vertex);
    this.costs.push(step.cost);
    this.steps.push(step);
    return step;
  }

  /** Takes the last step back; null when there is none. */
  undo() {
    const step = this.steps.pop();
    if (!step) {
      return null;
    }
    this.order.pop();
    this.costs.pop();
    this.open.add(step.vertex);
    for (const product of step.products) {
      product.existing ? this.put(product.existing) : this.drop(product.result);
    }
    step.removed.forEach((edge) => this.put(edge));
    return step;
  }

  /** The degree of the published minimal Markowitz rule; in-degree times out-degree where edges are numbers. */
  degree(vertex) {
    const id = this.id(vertex);
    if (!this.data.tables) {
      return (this.into.get(id)?.size ?? 0) * (this.from.get(id)?.size ?? 0);
    }
    const ins = this.out(id).reduce((sum, e) => sum + (e.type === 1 ? e.p1 * e.p2 : tied(e)), 0);
    return ins * this.in(id).reduce((sum, e) => sum + (e.type === 1 ? e.o1 * e.o2 : tied(e)), 0);
  }

  /** Open vertices with their degrees, smallest first, ties to the lowest number. */
  ranking() {
    return [...this.open].map((vertex) => ({ vertex, degree: this.degree(vertex) }))
      .sort((a, b) => a.degree - b.degree || a.vertex - b.vertex);
  }
}

/** What each step of an order costs; an order that breaks the rules is an error. */
export function play(data, order) {
  const game = new Game({ ...data, blocks: null });
  order.forEach((vertex) => game.eliminate(vertex));
  return game.costs;
}

/** Costs so far, from nought before the first step. */
export function sums(costs) {
  return costs.reduce((all, cost) => [...all, all[all.length - 1] + cost], [0]);
}

function row(map, key) {
  if (!map.has(key)) {
    map.set(key, new Map());
  }
  return map.get(key);
}

/** The bits of a mask say which extents are factors of a cost: target 1, 2; source 4, 8; vertex 16, 32. Below nought: no cost. */
function extents(mask, into, out) {
  if (mask < 0) {
    return 0;
  }
  return [out.o1, out.o2, into.p1, into.p2, out.p1, out.p2].reduce((cost, extent, bit) => (mask >> bit) & 1 ? cost * extent : cost, 1);
}

function tied(edge) {
  if ([6, 7, 8].includes(edge.type)) {
    return 1;
  }
  return [3, 4, 0, -1].includes(edge.type) ? edge.o1 : edge.o2;
}

function number(value) { return typeof value === "string" ? Number(value) : value; }

const LONGEST = 44;

/** A product in letters; null where it would be too long to read. */
export function times(a, b) {
  if (a === null || b === null) {
    return null;
  }
  if (a === "1" || b === "1") {
    return a === "1" ? b : a;
  }
  if (a === "-1" || b === "-1") {
    return negated(a === "-1" ? b : a);
  }
  const text = `${wrapped(a)} ${wrapped(b)}`;
  return text.length > LONGEST ? null : text;
}

function sum(a, b) {
  if (a === "" || b === null || a === null) {
    return a === "" ? b : null;
  }
  const text = b.startsWith("-") ? `${a} - ${b.slice(1)}` : `${a} + ${b}`;
  return text.length > LONGEST ? null : text;
}

function negated(text) {
  return text.startsWith("-") && !isSum(text) ? text.slice(1) : `-${wrapped(text)}`;
}

function wrapped(text) { return isSum(text) || text.startsWith("-") || /^[^(]*\//.test(text) ? `(${text})` : text; }

/** True where a plus or minus stands outside all brackets. */
function isSum(text) {
  let depth = 0;
  for (let k = 0; k < text.length; k++) {
    depth += text[k] === "(" || text[k] === "[" ? 1 : text[k] === ")" || text[k] === "]" ? -1 : 0;
    if (depth === 0 && k > 0 && (text[k] === "+" || text[k] === "-") && text[k - 1] === " ") {
      return true;
    }
  }
  return false;
}
