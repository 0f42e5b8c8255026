"""The commands for scripts, against the reference data."""
import json
import signal
import subprocess
import time

import pytest
from conftest import HOME

REFERENCE = HOME / "src/test/resources/reference"
COUNTS = json.loads((REFERENCE / "counts.json").read_text())["tasks"]


def one_object(result):
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_tasks_lists_all_tasks_with_the_reference_sizes(crosscountry):
    tasks = {task["name"]: task for task in one_object(crosscountry("tasks", "--json"))["tasks"]}
    assert set(tasks) == set(COUNTS)
    for name, task in tasks.items():
        if name != "BlackScholes":  # JAX keeps two operations on constants there
            assert task["vertices"] == json.loads((REFERENCE / f"graphs/{name}.json").read_text())["num_eqns"]
            assert task["eliminable"] == COUNTS[name]["num_eliminable"]


@pytest.mark.parametrize("order", ["forward", "reverse", "markowitz"])
@pytest.mark.parametrize("name", ["RoeFlux_1d", "Encoder", "Simple"])
def test_count_has_the_published_counts_step_by_step(crosscountry, name, order):
    answer = one_object(crosscountry("count", name, "--order", order, "--json"))
    expected = COUNTS[name]["orders"][order]
    assert answer == {
        "graph": name, "cost": "published", "order": expected["order"],
        "total": expected["game_total"], "perStep": expected["game_per_step"],
    }


def test_count_takes_a_graph_file_and_an_order_file(crosscountry, tmp_path):
    expected = COUNTS["Lighthouse"]["orders"]["reverse"]
    order = tmp_path / "order.json"
    order.write_text(json.dumps(expected["order"]))
    answer = one_object(crosscountry("count", REFERENCE / "graphs/Lighthouse.json", "--order", order, "--json"))
    assert (answer["total"], answer["perStep"]) == (expected["game_total"], expected["game_per_step"])


def test_a_written_graph_counts_like_the_task(crosscountry, tmp_path):
    file = tmp_path / "roe.json"
    result = crosscountry("graph", "RoeFlux_1d", "--json", file, "--dot", tmp_path / "roe.dot")
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    assert one_object(crosscountry("count", file, "--order", "reverse", "--json"))["total"] == 364
    assert (tmp_path / "roe.dot").read_text().count("[shape=") == 6 + 101


@pytest.mark.parametrize("arguments, status, words", [
    (["count", "RoeFlux_2d", "--order", "forward"], 1, ["RoeFlux_2d", "RoeFlux_1d"]),
    (["count", "Simple", "--order", "1"], 1, ["not complete", "2"]),
    (["count", "Simple", "--order", "1,3"], 1, ["3", "open vertices"]),
    (["count", "Simple", "--order", "forward", "--cost", "gold"], 1, ["gold", "published, algebra"]),
    (["count", "Simple"], 2, ["--order"]),
])
def test_a_mistake_is_one_sentence_on_standard_error(crosscountry, arguments, status, words):
    result = crosscountry(*arguments, "--json")
    assert result.returncode == status
    assert result.stdout == ""
    assert "Exception" not in result.stderr
    for word in words:
        assert word in result.stderr


@pytest.mark.parametrize("order", ["forward", "markowitz"])
@pytest.mark.parametrize("name", ["RoeFlux_1d", "Perceptron", "Helmholtz"])
def test_jacobian_has_the_reference_values(crosscountry, tmp_path, name, order):
    point = json.loads((REFERENCE / f"graphs/{name}.json").read_text())["points"][0]
    file = tmp_path / "point.json"
    file.write_text(json.dumps(point["inputs"]))
    answer = one_object(crosscountry("jacobian", name, "--at", file, "--order", order, "--json"))
    assert set(answer) == {"graph", "outputs", "jacobian", "multiplications", "additions"}
    assert [value for output in answer["outputs"] for value in output] == pytest.approx([value for output in point["outputs"] for value in output], rel=1e-9)
    rows = [[value for row in answer["jacobian"] for value in row]]
    assert rows[0] == pytest.approx(flattened(point["jacobian"]), rel=1e-9, abs=1e-12)
    rough = one_object(crosscountry("jacobian", name, "--at", file, "--order", order, "--dtype", "float32", "--json"))
    assert [value for row in rough["jacobian"] for value in row] == pytest.approx(rows[0], rel=1e-2, abs=1e-3 * max(map(abs, rows[0])))


def flattened(nested):
    return [nested] if not isinstance(nested, list) else [value for part in nested for value in flattened(part)]


def test_jacobian_takes_numbers_and_says_which_one_is_none(crosscountry):
    answer = one_object(crosscountry("jacobian", "Simple", "--at", "1,2", "--json"))
    assert len(answer["jacobian"]) == 2 and len(answer["jacobian"][0]) == 2
    result = crosscountry("jacobian", "Simple", "--at", "1,x", "--json")
    assert (result.returncode, result.stdout) == (1, "")
    assert 'number 2 of the point, "x", is no number' in result.stderr


def test_graph_draws_a_picture(crosscountry, tmp_path):
    assert crosscountry("graph", "Simple", "--svg", tmp_path / "simple.svg").returncode == 0
    assert (tmp_path / "simple.svg").read_text().startswith("<svg")


def test_search_answers_in_the_agreed_shape_with_a_proof(crosscountry, tmp_path):
    result = crosscountry("search", "PropaneCombustion", "--seconds", "20", "--seed", "3", "--certificate", tmp_path / "proof.json", "--json")
    answer = one_object(result)
    assert list(answer) == ["graph", "cost", "method", "total", "order", "lowerBound", "optimal", "seconds", "evaluations"]
    assert (answer["total"], answer["lowerBound"], answer["optimal"]) == (88, 88, True)
    order = ",".join(map(str, answer["order"]))
    assert one_object(crosscountry("count", "PropaneCombustion", "--order", order, "--json"))["total"] == 88
    assert json.loads((tmp_path / "proof.json").read_text())["lowerBound"] == 88


def test_search_that_is_interrupted_prints_its_best():
    process = subprocess.Popen([HOME / "crosscountry", "search", "RoeFlux_1d", "--seconds", "600", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stderr.readline()
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert json.loads(out)["total"] <= 364


@pytest.mark.parametrize("cost", ["multiplications", "flops", "memory"])
def test_costs_of_generated_code_can_be_counted_and_searched(crosscountry, cost):
    counted = one_object(crosscountry("count", "HumanHeartDipole", "--order", "reverse", "--cost", cost, "--json"))
    combine = max if cost == "memory" else sum
    assert counted["total"] == combine(counted["perStep"])
    found = one_object(crosscountry("search", "HumanHeartDipole", "--seconds", "1", "--cost", cost, "--json"))
    assert found["total"] <= counted["total"]
    order = ",".join(map(str, found["order"]))
    assert one_object(crosscountry("count", "HumanHeartDipole", "--order", order, "--cost", cost, "--json"))["total"] == found["total"]


def test_an_order_goes_to_other_programs(crosscountry, tmp_path):
    for ending in ["json", "py", "dot"]:
        assert crosscountry("count", "Simple", "--order", "2,1", "--write", tmp_path / f"order.{ending}").returncode == 0
    names = {}
    exec((tmp_path / "order.py").read_text(), names)
    assert names["order"] == [2, 1]
    assert json.loads((tmp_path / "order.json").read_text()) == {"graph": "Simple", "order": [2, 1]}
    assert "1 mul @2" in (tmp_path / "order.dot").read_text()
    assert one_object(crosscountry("count", "Simple", "--order", tmp_path / "order.json", "--json"))["order"] == [2, 1]
    refused = crosscountry("count", "Simple", "--order", "2,1", "--write", tmp_path / "order.txt")
    assert refused.returncode == 1 and ".json, .py (a Python list) or .dot" in refused.stderr


def test_a_large_graph_is_counted_and_searched(crosscountry, tmp_path):
    """A chain of blocks v = x * x, w = v + x. In program order each v costs 1 and each w 2; all v first, and each w costs 1."""
    blocks = 10_000
    vertices = []
    for k in range(blocks):
        x = 2 * k + 1
        for primitive, operands in [("mul", [x, x]), ("add", [x + 1, x])]:
            vertices.append({"vertex": len(vertices) + 1, "id": len(vertices) + 2, "primitive": primitive, "params": {},
                             "operands": [{"ref": operand} for operand in operands], "shape": []})
    file = tmp_path / "large.json"
    file.write_text(json.dumps({"task": "chain", "inputs": [{"id": 1, "shape": []}], "vertices": vertices, "outputs": [{"ref": 2 * blocks + 1}]}))
    assert one_object(crosscountry("count", file, "--order", "forward", "--json"))["total"] == blocks + 2 * (blocks - 1)
    assert one_object(crosscountry("count", file, "--order", "markowitz", "--json"))["total"] == blocks + (blocks - 1)
    found = one_object(crosscountry("search", file, "--seconds", "2", "--json"))
    assert (found["total"], found["lowerBound"], found["optimal"]) == (blocks + (blocks - 1), blocks + (blocks - 1), True)
