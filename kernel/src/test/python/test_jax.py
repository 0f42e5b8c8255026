"""Exported graphs run in JAX and give the reference Jacobians, where `crosscountry bench jacobian` has set JAX up."""
import array
import json
import math
import subprocess

import pytest

from conftest import HOME

JAX = HOME / ".crosscountry" / "jax" / "bin" / "python"
WORKER = HOME / "src" / "jmh" / "python" / "jax_worker.py"
GRAPHS = HOME / "src" / "test" / "resources" / "reference" / "graphs"
TASKS = sorted(path.stem for path in GRAPHS.glob("*.json"))


def numbers(nested):
    if isinstance(nested, list):
        return [x for item in nested for x in numbers(item)]
    return [float(nested) if isinstance(nested, (int, float)) else math.nan]


@pytest.mark.skipif(not JAX.exists(), reason="JAX is not set up; `./crosscountry bench jacobian Simple` does that")
def test_exported_tasks_have_the_reference_jacobians_in_jax(tmp_path):
    questions, expected = [], []
    for task in TASKS:
        source, data = tmp_path / f"{task}.py", tmp_path / f"{task}.f64"
        subprocess.run([HOME / "crosscountry", "graph", GRAPHS / f"{task}.json", "--jax", source], check=True)
        point = json.loads((GRAPHS / f"{task}.json").read_text())["points"][0]
        data.write_bytes(array.array("d", numbers(point["inputs"])).tobytes())
        questions += [{"do": "load", "file": str(source)}, {"do": "value", "mode": "jacfwd", "data": str(data)}]
        expected.append(numbers(point["jacobian"]))
    text = "".join(json.dumps(question) + "\n" for question in questions)
    worker = subprocess.run([JAX, WORKER, "float64"], input=text, capture_output=True, text=True)
    assert worker.returncode == 0, worker.stderr
    answers = [json.loads(line) for line in worker.stdout.splitlines()][1::2]
    assert len(answers) == len(TASKS)
    for task, answer, want in zip(TASKS, answers, expected):
        got = answer["jacobian"]
        assert len(got) == len(want), task
        known = [k for k in range(len(want)) if math.isfinite(want[k]) and math.isfinite(got[k])]
        assert known, task
        scale = max(1, *(abs(want[k]) for k in known))
        for k in known:
            assert abs(got[k] - want[k]) <= 1e-9 * scale, (task, k, got[k], want[k])
