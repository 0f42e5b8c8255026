// The derivative code that an order writes, line by line.

export function name(data, id) { return data.nodes[id - 1].name; }

/** How the partial on an edge is called. */
export function partialName(data, edge) { return `d${name(data, edge.target)}_d${name(data, edge.source)}`; }

/** The lines before the first step: values and elemental partials. */
export function opening(data) {
  const lines = [{ step: 0, text: "// values" }, ...data.code.map((text) => ({ step: 0, text }))];
  if (data.partials) {
    lines.push({ step: 0, text: "// elemental partials" });
    data.edges.forEach(([source, target], k) => lines.push({ step: 0, text: `${partialName(data, { source, target })} = ${data.partials[k].text}` }));
  }
  return lines;
}

/** The lines of one step; merged edges are added to, new ones are made. */
export function lines(data, step, place) {
  const head = { step: place, text: `// eliminate ${name(data, data.nodes.findIndex((n) => n.vertex === step.vertex) + 1)}: ${step.cost}` };
  const drawn = new Set();
  return [head, ...step.products.map((product) => {
    const result = partialName(data, product.result);
    const added = product.existing !== null || drawn.has(result);
    drawn.add(result);
    const types = data.tables && !data.partials ? `   // type ${product.in.type} by ${product.out.type} is ${product.result.type}: ${product.cost}` : "";
    return { step: place, text: `${result} ${added ? "+=" : "="} ${partialName(data, product.out)} * ${partialName(data, product.in)}${types}` };
  })];
}

/** The whole program of a game so far. */
export function program(game) {
  return [...opening(game.data), ...game.steps.flatMap((step, k) => lines(game.data, step, k + 1))];
}
