// How a game comes onto a page, and how it finds the kernel where there is one.
import { App } from "./app.js";

/** Games on this page by their id, and what the kernel's models wait for; shared by all copies of this script. */
const SHARED = (globalThis.crosscountryGames ??= { apps: new Map(), waiting: new Map() });

/** @param host an element with the state in a script of JSON */
export function mount(host) {
  const state = host.querySelector("script[type='application/json']");
  const order = (host.dataset.order || "").split(",").filter((text) => text !== "").map(Number);
  const app = new App(host, JSON.parse(state.textContent), order);
  const id = host.dataset.game;
  SHARED.apps.set(id, [...(SHARED.apps.get(id) ?? []).filter((other) => other.root.host.isConnected), app]);
  SHARED.waiting.get(id)?.(app);
  return app;
}

/** Mounts every game that only stands there. */
export function mountAll(page = document) {
  return [...page.querySelectorAll(".crosscountry-game")].filter((host) => !host.shadowRoot).map(mount);
}

/** The kernel's side is an anywidget model without a view: it joins the games of its id, now and later. */
function initialize({ model }) {
  const id = model.get("game");
  const games = () => SHARED.apps.get(id) ?? [];
  const link = {
    played(order) {
      games().filter((app) => app.game.order.join() !== order.join()).forEach((app) => app.set(order));
      model.set("order", order);
      model.save_changes();
    },
    ask() { model.send({ ask: "advice" }); },
  };
  const join = (app) => {
    app.link = link;
    const known = model.get("order") ?? [];
    if (known.length === 0 && app.game.order.length > 0) {
      link.played(app.game.order.slice()); // moves from before the kernel came
    } else {
      app.set(known);
    }
    app.element.dataset.linked = "";
  };
  SHARED.waiting.set(id, join);
  games().forEach(join);
  const follow = () => games().filter((app) => app.game.order.join() !== model.get("order").join()).forEach((app) => app.set(model.get("order")));
  const answer = (content) => content?.advice && games().forEach((app) => app.advised(content));
  model.on("change:order", follow);
  model.on("msg:custom", answer);
  return () => {
    SHARED.waiting.delete(id);
    model.off("change:order", follow);
    model.off("msg:custom", answer);
    games().forEach((app) => { app.link = null; });
  };
}

export default { initialize };
