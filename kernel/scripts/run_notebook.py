"""Executes a notebook, or a script with its cells, in the Crosscountry kernel; shows the cell if one fails.

The exit status is then 1 for a notebook and the number of the cell, at most 125, for a script, as for ./crosscountry repl --script.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError


def main():
    parser = argparse.ArgumentParser(prog="crosscountry run")
    parser.add_argument("notebook", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, help="where the executed notebook goes")
    options = parser.parse_args()
    script = options.notebook.suffix in (".java", ".jsh", ".jshell")
    try:
        notebook = from_script(options.notebook) if script else nbformat.read(options.notebook, as_version=4)
    except (OSError, ValueError, nbformat.reader.NotJSONError) as error:
        sys.exit(f"crosscountry: {options.notebook} cannot be read as a notebook: {error}")
    client = NotebookClient(
        notebook, kernel_name="crosscountry", timeout=None, resources={"metadata": {"path": str(options.notebook.resolve().parent)}}
    )
    failure = None
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        failure = str(error)
    if options.out:
        write(notebook, options.out)
    if failure:
        number, cell = failed(notebook)
        where = f"cell {number}{cell.metadata.get('title', '') and ' ' + json.dumps(cell.metadata['title'])}" if script and cell else "a cell"
        begin = f"; it begins at line {cell.metadata.crosscountry.line}" if script and cell else ""
        print(f"crosscountry: {where} of {options.notebook} failed{begin}:\n{failure}", file=sys.stderr)
        sys.exit(min(number, 125) if script and cell else 1)
    print(f"{options.notebook}: {sum(cell.cell_type == 'code' for cell in notebook.cells)} cells executed", file=sys.stderr)


def from_script(path):
    """A notebook of the script's cells; Java divides it, as it does for the terminal."""
    home = pathlib.Path(__file__).resolve().parents[2]
    told = subprocess.run([home / "crosscountry", "repl", "--script", path, "--cells"], stdout=subprocess.PIPE, text=True)
    if told.returncode:
        sys.exit(told.returncode)
    notebook = nbformat.v4.new_notebook(metadata={
        "kernelspec": {"name": "crosscountry", "display_name": "Crosscountry (Java)", "language": "java"}, "language_info": {"name": "java"}})
    for cell in json.loads(told.stdout):
        made = getattr(nbformat.v4, f"new_{cell['kind']}_cell")(cell["text"], metadata={"crosscountry": {"line": cell["line"]}})
        if cell["title"]:
            made.metadata["title"] = cell["title"]
        notebook.cells.append(made)
    return notebook


def failed(notebook):
    """The number of the cell that failed, counted as the terminal counts, and the cell."""
    number = 0
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.strip():
            number += 1
            if any(output.output_type == "error" for output in cell.outputs):
                return number, cell
    return 1, None


def write(notebook, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    nbformat.write(notebook, beside)
    os.replace(beside, path)


main()
