// What stands below the board, one function a tab; each returns elements for the app as it is.
import { h } from "./dom.js";
import { chart, colour } from "./chart.js";
import { name, program } from "./code.js";
import { play, sums } from "./rules.js";
import { blockDifference, identity } from "./blocks.js";
import { question } from "./quiz.js";

export const PANELS = { Moves: moves, Orders: orders, Hint: hint, Code: code, Match: match, Quiz: quiz, Jacobian: jacobian };

function moves(app) {
  const rows = [];
  let so = 0;
  app.game.steps.forEach((step, k) => {
    so += step.cost;
    rows.push(h("tr", { class: k + 1 === app.game.order.length ? "now" : "" },
      h("td", { class: "num" }, String(k + 1)), h("td", {}, h("button", { onclick: () => app.jump(k + 1), "aria-label": `go to step ${k + 1}` }, label(app, step.vertex))),
      h("td", { class: "num" }, String(step.cost)), h("td", { class: "num" }, String(so)), h("td", { class: "num" }, String(step.fresh)), h("td", { class: "num" }, String(step.merged))));
  });
  app.ahead.slice().reverse().forEach((vertex, k) => {
    const place = app.game.order.length + k + 1;
    rows.push(h("tr", { class: "later" }, h("td", { class: "num" }, String(place)), h("td", {}, h("button", { onclick: () => app.jump(place), "aria-label": `go to step ${place}` }, label(app, vertex)))));
  });
  if (rows.length === 0) {
    return [h("p", {}, "Click a vertex to eliminate it. Each of its in-edges is multiplied with each of its out-edges; the product becomes a new edge, or is added to the one that is there. "
      + "Whatever the order, the edges left at the end are the Jacobian; what it costs depends on the order.")];
  }
  return [h("div", { class: "row" }, h("button", { onclick: (event) => app.copy(`Order.of(${app.game.order.join(", ")})`, event.target) }, "Copy the order for Java"),
    app.link ? h("span", { class: "soft" }, "game.order() in a cell gives these moves") : null),
  h("table", {}, h("thead", {}, h("tr", {}, ...["step", "vertex", "cost", "so far", "new", "merged"].map((text, k) => h("th", { class: k === 1 ? "" : "num", scope: "col" }, text)))), h("tbody", {}, ...rows))];
}

function label(app, vertex) { return app.game.data.nodes[app.game.id(vertex) - 1].label; }

function curves(app, chosen) {
  return [...app.data.orders.filter((order) => !chosen || order.name === chosen).map((order) => ({ name: order.name, sums: sums(app.costs(order)), colour: colour(app.data.orders.indexOf(order)) })),
    { name: "you", sums: sums(app.game.costs), own: true, colour: colour(-1) }];
}

function orders(app) {
  const all = curves(app);
  return [chart(all, app.data.open.length, app.data.unit),
    h("div", { class: "legend" }, ...all.map((curve) => {
      const swatch = h("span", { class: "swatch", style: `background:${curve.colour}` });
      const total = h("b", {}, String(curve.sums[curve.sums.length - 1]));
      return curve.own ? h("span", { class: "row" }, swatch, "you ", total)
        : h("button", { onclick: () => app.replay(curve.name), title: `replay ${curve.name} step by step` }, swatch, `\u25b6 ${curve.name}`, total);
    }))];
}

function hint(app) {
  const ranking = app.game.ranking();
  if (ranking.length === 0) {
    return [h("p", {}, "No vertex is left.")];
  }
  const shown = ranking.slice(0, 8);
  const most = Math.max(1, ...shown.map((one) => one.degree));
  const bars = shown.flatMap(({ vertex, degree }) => [h("button", { onclick: () => app.eliminate(vertex) }, label(app, vertex)),
    h("div", { class: "track", "aria-hidden": "true" }, h("div", { class: "part", style: `width:${(100 * degree) / most}%` })), h("span", { class: "num" }, String(degree))]);
  const advice = app.advice() ?? [];
  const likely = advice.flatMap(([vertex, part]) => [h("button", { onclick: () => app.eliminate(vertex) }, label(app, vertex)),
    h("div", { class: "track", "aria-hidden": "true" }, h("div", { class: "part agent", style: `width:${(100 * part) / advice[0][1]}%` })), h("span", { class: "num" }, `${(100 * part).toFixed(1)} %`)]);
  return [h("div", { class: "hints" },
    h("div", {}, h("p", {}, `Markowitz's rule takes the smallest degree${app.data.tables ? "" : ", in-edges times out-edges"}: now ${name(app.data, app.game.id(ranking[0].vertex))}. `
      + "It looks one step ahead only."), h("div", { class: "bars" }, ...bars)),
    likely.length > 0 ? h("div", {}, h("p", {}, "The agent takes a vertex with these probabilities."), h("div", { class: "bars" }, ...likely)) : null)];
}

function code(app) {
  const now = app.game.order.length;
  const all = program(app.game);
  const pre = h("pre", { tabindex: "0", "aria-label": "derivative code" }, ...all.flatMap((line) => [
    h("span", { class: `${line.step === now && now > 0 ? "new" : ""} ${line.text.startsWith("//") ? "note" : ""}` }, line.text), "\n"]));
  queueMicrotask(() => { // not scrollIntoView, which would move the notebook too
    const last = [...pre.querySelectorAll(".new")].pop();
    if (last) {
      app.panel.scrollTop = last.offsetTop + last.offsetHeight - app.panel.clientHeight + 24;
    }
  });
  return [h("div", { class: "row" }, h("button", { onclick: (event) => app.copy(all.map((line) => line.text).join("\n"), event.target) }, "Copy"), h("span", { class: "soft" }, `${all.length} lines`)), pre];
}

function match(app) {
  const select = h("select", { "aria-label": "opponent", onchange: (event) => { app.opponent = event.target.value; app.draw(); } },
    ...app.data.orders.map((order) => h("option", { value: order.name, selected: order.name === app.opponent }, order.name)));
  const order = app.data.orders.find((one) => one.name === app.opponent);
  const theirs = app.costs(order);
  const k = app.game.order.length;
  const so = theirs.slice(0, k).reduce((a, b) => a + b, 0);
  const all = theirs.reduce((a, b) => a + b, 0);
  const verdict = !app.game.finished ? `Each of your moves is answered by one of ${app.opponent}'s on a board of its own. It needs ${all} in all.`
    : app.game.total < all ? `You win by ${all - app.game.total}.` : app.game.total === all ? "A draw." : `${app.opponent} wins by ${app.game.total - all}.`;
  return [h("div", { class: "row" }, "against", select, h("button", { onclick: () => app.restart() }, "New match")),
    h("div", { class: "versus" }, h("span", {}, "you ", h("b", {}, String(app.game.total))), h("span", {}, `${app.opponent} `, h("b", {}, String(so))),
      k > 0 ? h("span", { class: "soft" }, `its move ${k}: ${name(app.data, app.game.id(order.order[k - 1]))}, ${theirs[k - 1]}`) : null),
    h("p", {}, verdict), chart(curves(app, app.opponent).map((curve) => curve.own ? curve : { ...curve, sums: curve.sums.slice(0, k + 1) }), app.data.open.length, app.data.unit)];
}

function quiz(app) {
  const state = app.quiz;
  if (app.game.finished) {
    return [h("p", {}, `No vertex is left to ask about; take moves back or start again. ${score(state)}`)];
  }
  if (!state.now || state.at !== app.game.order.join()) {
    state.now = question(app.game, state.seed++);
    state.at = app.game.order.join();
    state.given = -1;
  }
  const asked = state.now;
  const answered = state.given >= 0;
  const buttons = asked.choices.map((choice, k) => h("button", { disabled: answered,
    class: answered && k === asked.answer ? "right" : answered && k === state.given ? "wrong" : "",
    onclick: () => {
      state.given = k;
      state.asked++;
      state.right += k === asked.answer ? 1 : 0;
      app.say(`${k === asked.answer ? "right" : `wrong, it is ${asked.choices[asked.answer]}`}. ${asked.why}`);
      app.draw();
    } }, choice));
  return [h("p", {}, h("b", {}, asked.text)), h("div", { class: "choices", role: "group", "aria-label": asked.text }, ...buttons),
    answered ? h("p", {}, h("b", { class: state.given === asked.answer ? "merged-word" : "fresh-word" }, state.given === asked.answer ? "Right. " : `No: ${asked.choices[asked.answer]}. `), asked.why) : null,
    h("div", { class: "row" }, h("button", { class: answered ? "primary" : "", onclick: () => { state.now = null; app.draw(); } }, answered ? "Next question" : "Another question"), h("span", { class: "soft" }, score(state)))];
}

function score(state) {
  if (state.asked === 0) {
    return "Questions are about the graph as it stands.";
  }
  const part = state.right / state.asked;
  const grade = state.asked < 5 ? "" : `, grade ${part >= 0.9 ? "A" : part >= 0.75 ? "B" : part >= 0.6 ? "C" : "D"}`;
  return `${state.right} of ${state.asked} right${grade}${state.asked < 5 ? "; a grade comes after five" : ""}`;
}

function jacobian(app) {
  const { data, game } = app;
  if (!game.finished) {
    return [h("p", {}, `When all ${data.open.length} vertices are gone, the edges join inputs to outputs: the graph is bipartite, and its edges are the Jacobian. ${game.open.size} to go.`)];
  }
  const inputs = data.nodes.slice(0, game.inputs);
  const cell = (id, k) => id === k + 1 ? { value: 1, text: "1", type: -1, block: data.blocks ? identity(data.columns[k]) : null } : game.edge(k + 1, id);
  const show = (edge) => !edge ? "" : edge.block ? size(edge.block) : data.jacobian ? format(edge.value) : !data.partials ? `type ${edge.type}` : edge.text ?? "\u2202";
  const table = h("table", {}, h("thead", {}, h("tr", {}, h("th", {}, ""), ...inputs.map((input) => h("th", { class: "num", scope: "col" }, `d/d${input.name}`)))),
    h("tbody", {}, ...data.results.map((id, row) => h("tr", {}, h("th", { scope: "row" }, `y${row + 1}`), ...inputs.map((_, k) => {
      const edge = cell(id, k);
      return h("td", { class: "num", title: edge?.text ?? "" }, ...[show(edge)].flat());
    })))));
  return [h("p", {}, check(app, cell)), table];
}

/** The largest difference, relative to entries above 1, from the Jacobian that Java computed by another order. */
export function difference(game, cell) {
  let largest = 0;
  game.data.results.forEach((id, row) => game.data.jacobian[row].forEach((expected, k) => {
    const own = cell(id, k)?.value ?? 0;
    largest = Math.max(largest, Math.abs(own - Number(expected)) / Math.max(1, Math.abs(Number(expected))));
  }));
  return largest;
}

function size({ rows, columns, entries }) {
  const most = entries.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
  return rows * columns === 1 ? format(entries[0]) : [`${rows} \u00d7 ${columns}`, h("br", {}), h("span", { class: "soft" }, `up to ${format(most)}`)];
}

function check(app, cell) {
  const total = `${app.game.total} ${app.data.unit}. `;
  if (!app.data.jacobian) {
    return `${total}The edges that are left are the Jacobian${app.data.tables ? "; each is a block of a structure" : ""}. `
      + "There are no numbers to check it by: the graph is large, or states edges that are not those of its operations.";
  }
  const largest = app.data.blocks ? blockDifference(app.data, cell) : difference(app.game, cell);
  const at = app.data.blocks ? `a point of ${app.data.point.length} numbers`
    : app.data.nodes.slice(0, app.game.inputs).map((node, k) => `${node.name} = ${app.data.point[k]}`).slice(0, 8).join(", ");
  return `${total}At ${at} your edges ${largest < 1e-9 ? "equal" : "DIFFER FROM"} the Jacobian that Java computes: the largest difference is ${largest === 0 ? 0 : largest.toExponential(1)}.`;
}

function format(value) { return value === 0 ? "0" : Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3 ? value.toExponential(3) : value.toPrecision(5); }
