"""Times JAX on exported graphs: one JSON command a line on standard input, one JSON answer a line on standard output."""
import importlib.util
import json
import sys
import time

import jax

DTYPE = sys.argv[1]
jax.config.update("jax_enable_x64", DTYPE == "float64")
import jax.numpy as jnp  # noqa: E402  (after the configuration)
import numpy as np  # noqa: E402

MODES = {"jacfwd": jax.jacfwd, "jacrev": jax.jacrev}


def load(path):
    spec = importlib.util.spec_from_file_location("exported", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def arrays(module, path, points, batched):
    """The file holds float64 numbers point by point, all inputs flattened in order."""
    sizes = [int(np.prod(shape)) for shape in module.SHAPES]
    numbers = np.fromfile(path, dtype="<f8").reshape(-1, sum(sizes))[:points]
    columns = np.split(numbers, np.cumsum(sizes)[:-1], axis=1)
    lead = (points,) if batched else ()
    return [jnp.asarray(c.reshape(lead + tuple(shape)), DTYPE) for c, shape in zip(columns, module.SHAPES)]


def compiled(module, mode, xs, batched, inside=False):
    """Compiles; inside: the batch is part of the function (jacfwd(vmap(f)), as in the paper), else vmap(jac(f))."""
    argnums = tuple(range(len(xs)))
    derivative = MODES[mode]
    if inside:
        function = derivative(jax.vmap(module.f), argnums)
    else:
        function = derivative(module.f, argnums)
        function = jax.vmap(function) if batched else function
    start = time.perf_counter()
    ready = jax.jit(function).lower(*xs).compile()
    jax.block_until_ready(ready(*xs))
    return ready, time.perf_counter() - start


def timed(function, xs, seconds):
    """Seconds a call, the median of calls for about this long."""
    times = []
    until = time.perf_counter() + seconds
    while len(times) < 3 or (time.perf_counter() < until and len(times) < 2000):
        start = time.perf_counter()
        jax.block_until_ready(function(*xs))
        times.append(time.perf_counter() - start)
    return float(np.median(times))


def flat_jacobian(module, mode, xs):
    blocks = jax.jit(MODES[mode](module.f, tuple(range(len(xs)))))(*xs)
    rows = [np.concatenate([np.asarray(b, "f8").reshape(-1, int(np.prod(s))) for b, s in zip(row, module.SHAPES)], 1) for row in blocks]
    return np.concatenate(rows).ravel().tolist()


def main():
    ready = {}
    module = None
    for line in sys.stdin:
        command = json.loads(line)
        if command["do"] == "load":
            module = load(command["file"])
            ready.clear()
            answer = {"jax": jax.__version__, "devices": jax.device_count()}
        elif command["do"] == "compile":
            batched = command["points"] > 1
            xs = arrays(module, command["data"], command["points"], batched)
            function, seconds = compiled(module, command["mode"], xs, batched, command.get("inside", False))
            ready[command["key"]] = (function, xs)
            answer = {"seconds": seconds}
        elif command["do"] == "time":
            function, xs = ready[command["key"]]
            answer = {"seconds": timed(function, xs, command["seconds"])}
        elif command["do"] == "value":
            answer = {"jacobian": flat_jacobian(module, command["mode"], arrays(module, command["data"], 1, False))}
        print(json.dumps(answer), flush=True)


main()
