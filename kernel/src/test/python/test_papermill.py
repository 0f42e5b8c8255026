"""Papermill runs notebooks in the kernel, with parameters that become Java."""
import json

import nbformat
import pytest
from conftest import run


@pytest.fixture
def notebook(tmp_path):
    def write(*cells):
        made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        made.metadata.kernelspec = {"name": "crosscountry", "display_name": "Crosscountry (Java)", "language": "java"}
        made.cells[0].metadata.tags = ["parameters"]
        nbformat.write(made, tmp_path / "in.ipynb")
        return tmp_path / "in.ipynb"
    return write


DEFAULTS = 'int steps = 1; // how many\ndouble rate = 0.5;\nString name = "nobody";\nboolean loud = false;\nvar factors = List.of(1.0);'


def test_parameters_take_the_place_of_the_defaults(environment, notebook, tmp_path):
    source = notebook(DEFAULTS, "double sum = 0;\nfor (double factor : factors) sum += steps * rate * factor;\nsum", 'name + (loud ? "!" : "")')
    name = 'a "quoted" \\u0041 \\ line\nand é'
    (tmp_path / "given.json").write_text(json.dumps({"name": name, "factors": [1, 2.5]}), encoding="utf-8")
    result = run(environment, "-m", "papermill", source, tmp_path / "out.ipynb", "-f", tmp_path / "given.json", "-p", "steps", "3", "-p", "rate", "1e-2", "-p", "loud", "True")
    assert result.returncode == 0, result.stderr
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert cells[0].source == DEFAULTS and cells[1].metadata.tags == ["injected-parameters"]
    assert "int steps = 3;\n" in cells[1].source and "double rate = 0.01;\n" in cells[1].source
    assert float(cells[2].outputs[0].data["text/plain"]) == pytest.approx(3 * 0.01 * 3.5, rel=1e-15)
    assert cells[3].outputs[0].data["text/plain"] == name + "!"


@pytest.mark.parametrize("value, expression, shown", [
    (2**40, "given + 1", str(2**40 + 1)),
    (2**70, "given.add(java.math.BigInteger.ONE)", str(2**70 + 1)),
    (float("inf"), "given", "Infinity"),
    (None, "given == null", "true"),
    ([[1, 2], [3]], "given.get(1).get(0) + given.get(0).size()", "5"),
    ({"z": 1, "a": {"deep": [None, "x"]}}, "given", "{z=1, a={deep=[null, x]}}"),
    ([], "given.isEmpty()", "true"),
])
def test_every_kind_of_value_has_a_java_form(environment, notebook, tmp_path, value, expression, shown):
    source = notebook("int unused = 0;", expression)
    (tmp_path / "given.json").write_text(json.dumps({"given": value}))
    result = run(environment, "-m", "papermill", source, tmp_path / "out.ipynb", "-f", tmp_path / "given.json")
    assert result.returncode == 0, result.stderr
    assert nbformat.read(tmp_path / "out.ipynb", as_version=4).cells[2].outputs[0].data["text/plain"] == shown


def test_defaults_are_listed_and_a_failing_cell_is_named(environment, notebook, tmp_path):
    source = notebook(DEFAULTS, "1 / (steps - steps)")
    listed = run(environment, "-m", "papermill", "--help-notebook", source).stdout
    assert "steps: int (default 1)" in listed and "how many" in listed and "rate: double (default 0.5)" in listed, listed
    result = run(environment, "-m", "papermill", source, tmp_path / "out.ipynb", "-p", "steps", "4")
    assert result.returncode != 0 and "java.lang.ArithmeticException" in result.stderr and "/ by zero" in result.stderr
    assert "papermill-error-cell" in (tmp_path / "out.ipynb").read_text()
