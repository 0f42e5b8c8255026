"""Every notebook runs in the kernel from top to bottom and shows the figures that it speaks of."""
import json
import re

import nbformat
import pytest
from conftest import HOME

NOTEBOOKS = sorted((HOME / "notebooks").glob("*.ipynb"))
COUNTS = json.loads((HOME / "src/test/resources/reference/counts.json").read_text())["tasks"]


def execute(crosscountry, notebook, out):
    result = crosscountry("run", notebook, "--out", out)
    assert result.returncode == 0, result.stderr
    return nbformat.read(out, as_version=4)


def shown(cell):
    """All text that a cell printed or returned."""
    parts = [output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", [])]
    return "\n".join(parts)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_every_cell_that_ends_in_a_value_shows_it(crosscountry, tmp_path, notebook):
    executed = execute(crosscountry, notebook, tmp_path / notebook.name)
    for cell in executed.cells:
        if cell.cell_type == "code" and not cell.source.rstrip().endswith((";", "}")):
            assert cell.outputs, cell.source
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert "text/plain" in output.get("data", {"text/plain": ""})


def test_the_first_notebook_shows_pictures_and_the_published_counts(crosscountry, tmp_path):
    executed = execute(crosscountry, HOME / "notebooks/learn-01-first-elimination.ipynb", tmp_path / "learn.ipynb")
    text = "\n".join(shown(cell) for cell in executed.cells)
    orders = COUNTS["RoeFlux_1d"]["orders"]
    for name in ("forward", "reverse", "markowitz", "nb_order_0_says_320"):
        assert re.search(rf"\b{orders[name]['game_total']}\b", text), name
    figures = [output.data for cell in executed.cells for output in cell.get("outputs", []) if "image/svg+xml" in output.get("data", {})]
    assert len(figures) >= 6
    assert all("image/png" in data and "<script" not in data["image/svg+xml"] for data in figures)


def test_a_gallery_leads_to_executed_pages(crosscountry, tmp_path):
    result = crosscountry("gallery", "--out", tmp_path / "pages", HOME / "notebooks/learn-00-java-and-this-kernel.ipynb")
    assert result.returncode == 0, result.stderr
    index = (tmp_path / "pages/index.html").read_text()
    assert 'href="learn-00-java-and-this-kernel.html"' in index and "data:image/png;base64," in index and "Java and this kernel</h2>" in index
    assert "data:image" in (tmp_path / "pages/learn-00-java-and-this-kernel.html").read_text()
    missing = crosscountry("gallery", "--out", tmp_path, tmp_path / "none.ipynb")
    assert missing.returncode == 1 and "cannot be read as a notebook" in missing.stderr


def test_the_exercises_of_the_class_hour_know_right_from_wrong(crosscountry, tmp_path):
    notebook = nbformat.read(HOME / "notebooks/learn-03-play.ipynb", as_version=4)
    answers = {
        "int costOf12 = 0": "int costOf12 = 8", "int costOf21 = 0": "int costOf21 = 6",
        'cheapestAtTheEnd = "?"': 'cheapestAtTheEnd = "reverse"', 'cheapestAfter60 = "?"': 'cheapestAfter60 = "Markowitz"',
        'checked("exercise 3"': 'robot.set(robot.orders().get("agent"));\nchecked("exercise 3"',
        "return new double[] {b, 2 * b};": "double c = Math.sin(Math.sin(Math.sin(Math.sin(b))));\n    return new double[] {c * 2, c * 3, c * 4, c * 5, c * 6, c * 7};",
    }
    unsolved = shown_by_exercise(execute(crosscountry, HOME / "notebooks/learn-03-play.ipynb", tmp_path / "unsolved.ipynb"))
    for cell in notebook.cells:
        for question, answer in answers.items():
            cell.source = cell.source.replace(question, answer)
    nbformat.write(notebook, tmp_path / "answered.ipynb")
    solved = shown_by_exercise(execute(crosscountry, tmp_path / "answered.ipynb", tmp_path / "solved.ipynb"))
    assert unsolved == {number: "not yet" for number in "1234"}
    assert solved == {number: "right" for number in "1234"}


def shown_by_exercise(executed):
    text = "\n".join(shown(cell) for cell in executed.cells)
    return dict(re.findall(r"exercise (\d): (right|not yet)", text))
