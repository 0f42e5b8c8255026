// Questions about the graph as it stands, with answers worked out by the rules.
import { play } from "./rules.js";
import { name } from "./code.js";

/** Numbers between 0 and 1 from a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const KINDS = [cheapest, fillIn, cost, nothingNew, total];

/** A question: kind, text, choices, the place of the right one, an explanation, and the vertex it asks about (0 for none). */
export function question(game, seed) {
  const next = random(seed);
  const open = [...game.open];
  if (open.length === 0) {
    return null;
  }
  const kinds = KINDS.slice();
  while (kinds.length > 0) {
    const kind = kinds.splice(Math.floor(next() * kinds.length), 1)[0];
    const made = kind(game, next, open);
    if (made) {
      return made;
    }
  }
  return null;
}

function vertexName(game, vertex) { return name(game.data, game.id(vertex)); }

function pick(next, list, count) {
  const rest = list.slice();
  const some = [];
  while (some.length < count && rest.length > 0) {
    some.push(rest.splice(Math.floor(next() * rest.length), 1)[0]);
  }
  return some;
}

function cheapest(game, next, open) {
  const costs = open.map((vertex) => ({ vertex, cost: game.peek(vertex).cost }));
  const least = Math.min(...costs.map((one) => one.cost));
  const best = costs.filter((one) => one.cost === least);
  const others = pick(next, costs.filter((one) => one.cost > least), 3);
  if (others.length === 0) {
    return null;
  }
  const right = pick(next, best, 1)[0];
  const choices = pick(next, [right, ...others], 4);
  return {
    kind: "cheapest", vertex: right.vertex, text: "Which of these vertices is the cheapest to eliminate now?",
    choices: choices.map((one) => vertexName(game, one.vertex)), answer: choices.indexOf(right),
    why: choices.map((one) => `${vertexName(game, one.vertex)} costs ${one.cost}`).join(", ") + ".",
  };
}

function fillIn(game, next, open) {
  const vertex = pick(next, open.filter((v) => game.peek(v).products.length > 0), 1)[0];
  if (!vertex) {
    return null;
  }
  const step = game.peek(vertex);
  const own = vertexName(game, vertex);
  return {
    kind: "fill-in", vertex, text: `How many new edges does eliminating ${own} make?`,
    ...numeric(next, step.fresh, step.products.length, [step.merged, step.products.length]),
    why: `${own} has ${game.in(game.id(vertex)).length} in-edges and ${game.out(game.id(vertex)).length} out-edges: ${step.products.length} products, `
      + `of which ${step.merged} ${step.merged === 1 ? "joins an edge that is" : "join edges that are"} there already.`,
  };
}

function cost(game, next, open) {
  const vertex = pick(next, open.filter((v) => game.peek(v).products.length > 0), 1)[0];
  if (!vertex) {
    return null;
  }
  const step = game.peek(vertex);
  const own = vertexName(game, vertex);
  const ins = game.in(game.id(vertex)).length;
  const outs = game.out(game.id(vertex)).length;
  return {
    kind: "cost", vertex, text: `What does it cost to eliminate ${own} now?`,
    ...numeric(next, step.cost, Infinity, [ins + outs, step.fresh, step.cost * 2, ins, outs]),
    why: game.data.tables
      ? `Its ${step.products.length} products cost ${step.products.map((p) => p.cost).join(" + ")} = ${step.cost}.`
      : `${ins} in-edges times ${outs} out-edges: ${step.cost} multiplications.`,
  };
}

function nothingNew(game, next, open) {
  const steps = open.map((vertex) => game.peek(vertex));
  const clean = steps.filter((step) => step.fresh === 0 && step.products.length > 0);
  const others = pick(next, steps.filter((step) => step.fresh > 0), 3);
  if (clean.length === 0 || others.length === 0) {
    return null;
  }
  const right = pick(next, clean, 1)[0];
  const choices = pick(next, [right, ...others], 4);
  return {
    kind: "nothing-new", vertex: right.vertex, text: "Which vertex can go without a single new edge?",
    choices: choices.map((step) => vertexName(game, step.vertex)), answer: choices.indexOf(right),
    why: choices.map((step) => `${vertexName(game, step.vertex)} makes ${step.fresh}`).join(", ") + ".",
  };
}

function total(game, next) {
  const orders = game.data.orders.filter((order) => ["forward", "reverse", "Markowitz"].includes(order.name));
  if (orders.length === 0) {
    return null;
  }
  const order = pick(next, orders, 1)[0];
  const totals = orders.map((one) => play(game.data, one.order).reduce((a, b) => a + b, 0));
  const right = totals[orders.indexOf(order)];
  return {
    kind: "total", vertex: 0, order: order.name, text: `What does the whole graph cost in ${order.name} order, from the start?`,
    ...numeric(next, right, Infinity, totals),
    why: orders.map((one, k) => `${one.name} costs ${totals[k]}`).join(", ") + ".",
  };
}

/** Four different numbers around the right one, in ascending order. */
function numeric(next, right, most, likely) {
  const values = new Set([right]);
  for (const value of likely) {
    if (values.size < 4 && value >= 0 && value <= most) {
      values.add(value);
    }
  }
  for (let away = 1; values.size < 4; away++) {
    for (const value of next() < 0.5 ? [right + away, right - away] : [right - away, right + away]) {
      if (values.size < 4 && value >= 0) {
        values.add(value);
      }
    }
  }
  const choices = [...values].sort((a, b) => a - b);
  return { choices: choices.map(String), answer: choices.indexOf(right) };
}
