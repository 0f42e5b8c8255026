// A game on a page: its state, its controls, and what it says.
import { Game, play } from "./rules.js";
import { h, followTheme } from "./dom.js";
import { STYLE } from "./style.js";
import { Board } from "./board.js";
import { Layers } from "./layers.js";
import { PANELS } from "./panels.js";
import { name } from "./code.js";

const PAUSE = 650;
const DRAWN = 150;

export class App {
  constructor(host, data, order = []) {
    this.data = data;
    this.game = new Game(data);
    this.ahead = [];
    this.link = null;
    this.hints = false;
    this.tab = "Moves";
    this.opponent = (data.orders.find((one) => one.name === "Markowitz") ?? data.orders[0]).name;
    this.quiz = { seed: 1, now: null, asked: 0, right: 0, given: -1 };
    this.known = new Map();
    this.root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.build();
    this.set(order);
  }

  build() {
    const button = (text, label, act) => h("button", { "aria-label": label, title: label, onclick: act }, text);
    const drawn = this.data.nodes.length > 0 && this.data.width > 0 && this.data.open.length <= DRAWN;
    this.board = new (drawn ? Board : Layers)(this.game, { choose: (vertex) => this.choose(vertex), eliminate: (vertex) => this.eliminate(vertex) });
    this.score = h("span", { class: "score" });
    this.back = button("\u21b6 Undo", "undo (u)", () => this.undo());
    this.forth = button("Redo \u21b7", "redo (r)", () => this.redo());
    this.slider = h("input", { type: "range", min: "0", step: "1", "aria-label": "step of the game", oninput: (event) => this.jump(Number(event.target.value)) });
    this.hinter = h("button", { "aria-pressed": "false", title: "mark the vertices of the smallest degree (h)", onclick: () => this.hint() }, "Hint");
    this.labeller = drawn ? h("button", { "aria-pressed": String(this.board.labels), title: "write the partials on the edges", onclick: () => {
      this.board.labels = !this.board.labels;
      this.labeller.setAttribute("aria-pressed", String(this.board.labels));
      this.draw();
    } }, "Partials") : null;
    this.replays = h("select", { "aria-label": "replay an order", onchange: (event) => this.replay(event.target.value) },
      h("option", { value: "" }, "Replay \u2026"), ...this.data.orders.map((order) => h("option", { value: order.name }, order.name)));
    this.player = button("\u25b6", "play on", () => this.timer ? this.stop() : this.start());
    this.about = h("div", { class: "about" });
    this.tabs = h("div", { class: "tabs", role: "tablist", "aria-label": "about this game", onkeydown: (event) => this.tabKey(event) },
      ...Object.keys(PANELS).map((tab) => h("button", { role: "tab", "data-tab": tab, onclick: () => this.show(tab) }, tab)));
    this.panel = h("div", { class: "panel", role: "tabpanel", tabindex: "0" });
    this.live = h("div", { class: "sr", role: "status", "aria-live": "polite" });
    this.element = h("section", { class: "game", "aria-label": `elimination game on ${this.data.name}`, onkeydown: (event) => this.key(event) },
      h("header", {}, h("strong", {}, this.data.name), h("span", { class: "soft" }, this.data.unit, this.data.tables ? `, ${this.data.cost} cost` : ""), this.score),
      h("div", { class: "bar" }, this.back, this.forth, button("\u21ba", "start again", () => this.restart()), this.slider, this.player, this.replays, this.hinter, this.labeller, this.board.tools),
      this.board.element, this.about, this.tabs, this.panel, this.live);
    this.root.replaceChildren(h("style", {}, STYLE), this.element);
    followTheme(this.element);
    if (typeof ResizeObserver === "function") {
      // the first width that the page gives, and each that it gives later, but never against a zoom of the user's own
      let last = 0;
      new ResizeObserver(() => {
        const width = this.element.clientWidth;
        if (Math.abs(width - last) > 24) {
          last = width;
          this.board.fit();
        }
      }).observe(this.element);
    }
  }

  /** What the steps of a known order cost, played once. */
  costs(order) {
    if (!this.known.has(order.name)) {
      this.known.set(order.name, play(this.data, order.order));
    }
    return this.known.get(order.name);
  }

  eliminate(vertex, told = true) {
    if (!this.game.open.has(vertex)) {
      return;
    }
    if (this.ahead[this.ahead.length - 1] === vertex) {
      this.ahead.pop();
    } else {
      this.ahead = [];
    }
    const step = this.game.eliminate(vertex);
    this.changed(told);
    const words = `eliminated ${name(this.data, this.game.id(vertex))}: cost ${step.cost}, ${step.fresh} new edges, ${step.merged} merged, total ${this.game.total}`;
    this.say(this.game.finished ? `${words}. The game is over.` : words);
  }

  undo() {
    const step = this.game.undo();
    if (step) {
      this.ahead.push(step.vertex);
      this.changed();
      this.say(`took back ${name(this.data, this.game.id(step.vertex))}, total ${this.game.total}`);
    }
  }

  redo() {
    if (this.ahead.length > 0) {
      this.eliminate(this.ahead[this.ahead.length - 1]);
    }
  }

  /** To a step of the moves that were made; those behind it can be redone. */
  jump(place) {
    this.stop();
    while (this.game.order.length > place) {
      this.ahead.push(this.game.undo().vertex);
    }
    while (this.game.order.length < place && this.ahead.length > 0) {
      this.game.eliminate(this.ahead.pop());
    }
    this.changed();
    this.say(`step ${this.game.order.length}, total ${this.game.total}`);
  }

  restart() {
    this.stop();
    this.ahead = [];
    this.game.restart();
    this.changed();
    this.say("start");
  }

  /** Plays these moves from the start; what breaks the rules ends it. */
  set(order, told = false) {
    this.game.restart();
    this.ahead = [];
    for (const vertex of order) {
      if (!this.game.open.has(vertex)) {
        break;
      }
      this.game.eliminate(vertex);
    }
    this.changed(told);
  }

  /** From the start along a known order, step by step. */
  replay(which) {
    const order = this.data.orders.find((one) => one.name === which);
    this.replays.value = "";
    if (order) {
      this.stop();
      this.game.restart();
      this.ahead = order.order.slice().reverse();
      this.changed();
      this.start();
    }
  }

  start() {
    if (this.ahead.length > 0 && !this.timer) {
      const pause = Math.max(60, Math.min(PAUSE, 12000 / this.ahead.length));
      this.timer = setInterval(() => this.ahead.length > 0 ? this.redo() : this.stop(), pause);
      this.draw();
    }
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.draw();
  }

  hint() {
    this.hints = !this.hints;
    this.hinter.setAttribute("aria-pressed", String(this.hints));
    if (this.hints) {
      this.tab = "Hint";
      const first = this.game.ranking()[0];
      this.say(first ? `smallest degree: ${name(this.data, this.game.id(first.vertex))}, ${first.degree}` : "no vertex is left");
    }
    this.draw();
  }

  /** The agent's choice here as pairs of vertex and probability, largest first; null where it is not known. */
  advice() {
    const now = this.game.order.join();
    const agent = this.data.orders.find((one) => one.name === "agent")?.order;
    if (agent && this.data.advice && this.game.order.every((vertex, k) => vertex === agent[k])) {
      return this.data.advice[this.game.order.length]; // without a kernel it is known along the agent's own way
    }
    if (this.link && this.told?.at !== now && this.asked !== now) {
      this.asked = now;
      this.link.ask();
    }
    return this.told?.at === now ? this.told.advice : null;
  }

  /** The kernel's answer to a question for advice. */
  advised(told) {
    this.told = told;
    if (this.tab === "Hint") {
      this.draw();
    }
  }

  changed(told = true) {
    this.draw(true);
    if (told && this.link) {
      this.link.played(this.game.order.slice());
    }
  }

  say(text) { this.live.textContent = text; }

  copy(text, target) {
    const before = target.textContent;
    const done = (word) => { target.textContent = word; setTimeout(() => { target.textContent = before; }, 1400); };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(() => done("Copied"), () => done(text));
    } else {
      done(text);
    }
  }

  choose(vertex) {
    this.board.choose(vertex);
    this.chosen = vertex;
    this.describe();
  }

  show(tab) {
    this.tab = tab;
    this.draw();
  }

  tabKey(event) {
    const all = [...this.tabs.children];
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move) {
      const next = all[(all.findIndex((one) => one.dataset.tab === this.tab) + move + all.length) % all.length];
      this.show(next.dataset.tab);
      next.focus();
    }
  }

  key(event) {
    event.stopPropagation(); // a notebook has keys of its own
    const act = { u: () => this.undo(), r: () => this.redo(), h: () => this.hint() }[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey && event.target.tagName !== "SELECT") {
      event.preventDefault();
      act();
    }
  }

  describe() {
    const { game, data } = this;
    const parts = [];
    if (this.chosen && game.open.has(this.chosen)) {
      const step = game.peek(this.chosen);
      const id = game.id(this.chosen);
      const costs = data.tables ? `${step.products.length} ${step.products.length === 1 ? "product" : "products"}, cost ${step.cost}` : `${game.in(id).length} in \u00d7 ${game.out(id).length} out = ${step.cost}`;
      parts.push(h("p", {}, h("code", {}, data.nodes[id - 1].detail), h("br", {}), `${costs}; `, h("span", { class: "fresh-word" }, `${step.fresh} new`), ", ",
        h("span", { class: "merged-word" }, `${step.merged} merged`), `; Markowitz degree ${game.degree(this.chosen)}`));
      if (this.board.touched) {
        parts.push(h("button", { class: "primary", onclick: () => this.eliminate(this.chosen) }, `Eliminate ${name(data, id)}`));
      }
    } else if (game.finished) {
      const best = Math.min(...data.orders.map((order) => this.costs(order).reduce((a, b) => a + b, 0)));
      const best_name = data.orders.find((order) => this.costs(order).reduce((a, b) => a + b, 0) === best).name;
      const words = game.total < best ? `better than every order known here (${best})` : game.total === best ? `as good as the best order known here (${best_name})` : `${best} is the best known here (${best_name})`;
      parts.push(h("p", {}, h("b", {}, `Done with ${game.total} ${data.unit}: ${words}.`), h("br", {}), "What is left is the Jacobian."), h("button", { class: "primary", onclick: () => this.show("Jacobian") }, "See it"));
    } else if (game.steps.length > 0) {
      const step = game.steps[game.steps.length - 1];
      parts.push(h("p", {}, `Eliminated ${name(data, game.id(step.vertex))} for ${step.cost}: `, h("span", { class: "fresh-word" }, `${step.fresh} new`), ", ", h("span", { class: "merged-word" }, `${step.merged} merged`),
        h("br", {}), h("span", { class: "soft" }, "point at a vertex to see what it would do")));
    } else {
      parts.push(h("p", {}, h("span", { class: "soft" }, "Point at a vertex to see what eliminating it would do; click to do it.")));
    }
    this.about.replaceChildren(...parts);
  }

  draw(board = false) {
    const { game } = this;
    const all = game.order.length + this.ahead.length;
    const least = game.ranking()[0]?.degree;
    const best = new Set(this.hints ? game.ranking().filter((one) => one.degree === least).map((one) => one.vertex) : []);
    if (board) {
      this.chosen = 0;
      this.board.choose(0);
    }
    this.board.update(game.steps[game.steps.length - 1], best);
    this.score.replaceChildren(h("span", {}, `step ${game.order.length} of ${this.data.open.length}`), h("span", {}, "total ", h("b", {}, String(game.total))));
    this.back.disabled = game.order.length === 0;
    this.forth.disabled = this.ahead.length === 0;
    this.player.disabled = this.ahead.length === 0 && !this.timer;
    this.player.textContent = this.timer ? "\u275a\u275a" : "\u25b6";
    this.player.setAttribute("aria-label", this.timer ? "pause" : "play on");
    this.slider.max = String(all);
    this.slider.disabled = all === 0;
    this.slider.value = String(game.order.length);
    this.describe();
    for (const tab of this.tabs.children) {
      const chosen = tab.dataset.tab === this.tab;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    this.panel.setAttribute("aria-label", this.tab);
    const focused = this.panel.contains(this.root.activeElement);
    this.panel.replaceChildren(...PANELS[this.tab](this).filter((part) => part));
    if (focused) {
      this.panel.focus({ preventScroll: true });
    }
  }
}
