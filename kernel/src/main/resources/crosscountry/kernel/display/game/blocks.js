// Partials of tensors by tensors at a point, as dense blocks: a row an entry of the target, a column an entry of the source.

/** @param sparse places in row-major order and their values, in turns; all other entries are 0 */
export function block(rows, columns, sparse) {
  const entries = new Float64Array(rows * columns);
  for (let k = 0; k < sparse.length; k += 2) {
    entries[sparse[k]] = Number(sparse[k + 1]);
  }
  return { rows, columns, entries };
}

export function identity(size) {
  return block(size, size, Array.from({ length: 2 * size }, (_, k) => k % 2 ? 1 : (k / 2) * (size + 1)));
}

/** The chain rule: first the inner function's block, then the outer one's; null where one is not known. */
export function chained(outer, inner) {
  if (!outer || !inner) {
    return null;
  }
  const result = block(outer.rows, inner.columns, []);
  for (let i = 0; i < outer.rows; i++) {
    for (let k = 0; k < outer.columns; k++) {
      const factor = outer.entries[i * outer.columns + k];
      for (let j = 0; factor !== 0 && j < inner.columns; j++) {
        result.entries[i * inner.columns + j] += factor * inner.entries[k * inner.columns + j];
      }
    }
  }
  return result;
}

export function added(a, b) {
  return a && b ? { ...a, entries: a.entries.map((entry, k) => entry + b.entries[k]) } : null;
}

/** The largest difference, relative to entries above 1, of blocks from the Jacobian that Java computed by another order. */
export function blockDifference(data, cell) {
  let largest = 0;
  let top = 0;
  data.results.forEach((id, r) => {
    let left = 0;
    data.columns.forEach((columns, k) => {
      const own = cell(id, k)?.block;
      for (let i = 0; i < data.rows[r]; i++) {
        for (let j = 0; j < columns; j++) {
          const expected = Number(data.jacobian[top + i][left + j]);
          largest = Math.max(largest, Math.abs((own ? own.entries[i * columns + j] : 0) - expected) / Math.max(1, Math.abs(expected)));
        }
      }
      left += columns;
    });
    top += data.rows[r];
  });
  return largest;
}
