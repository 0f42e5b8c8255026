"""The command jupyter nbconvert executes notebooks in the kernel and makes pages of them."""
import sys

import nbformat
from conftest import run


def made(path, *cells):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "crosscountry", "display_name": "Crosscountry (Java)", "language": "java"}
    nbformat.write(notebook, path)
    return path


def convert(*words):
    return run(sys.executable, "-m", "nbconvert", *words)


def test_a_notebook_is_executed_into_a_page_with_its_pictures_and_numbers(tmp_path):
    source = made(tmp_path / "in.ipynb", "Tasks.graph(\"Simple\")", "%order Simple --to best", 'System.out.println("<b>" + 6 * 7 + "</b>");')
    result = convert("--to", "html", "--execute", source)
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "in.html").read_text(encoding="utf-8")
    assert "data:image/svg+xml;base64," in page or "<svg" in page
    assert "<th style=\"text-align:right\">multiplications</th>" in page and "&lt;b&gt;42&lt;/b&gt;" in page


def test_execution_can_stand_apart_from_conversion(tmp_path):
    source = made(tmp_path / "in.ipynb", "int a = 20;", "a + 1", "display(Tasks.graph(\"Simple\"), \"image/png\");")
    assert convert("--to", "notebook", "--execute", "--inplace", source).returncode == 0
    assert nbformat.read(source, as_version=4).cells[1].outputs[0].data["text/plain"] == "21"
    result = convert("--to", "html", source)
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "in.html").read_text(encoding="utf-8")
    assert "<pre>21</pre>" in page and "data:image/png;base64," in page and 'class="highlight hl-java"' in page


def test_a_failing_cell_ends_it_with_the_error_of_the_cell_unless_errors_are_allowed(tmp_path):
    source = made(tmp_path / "in.ipynb", "int a = 1;\na / 0", '"never"')
    result = convert("--to", "html", "--execute", source)
    assert result.returncode != 0 and "ArithmeticException" in result.stderr and "line 2" in result.stderr
    assert not (tmp_path / "in.html").exists()
    assert convert("--to", "html", "--execute", "--allow-errors", source).returncode == 0
    page = (tmp_path / "in.html").read_text(encoding="utf-8")
    assert "ArithmeticException" in page and "never" in page
