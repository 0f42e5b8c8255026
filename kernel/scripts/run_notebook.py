"""Executes a notebook in the Crosscountry kernel; exits with 1 and shows the cell if one fails."""
import argparse
import os
import pathlib
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError


def main():
    parser = argparse.ArgumentParser(prog="crosscountry run")
    parser.add_argument("notebook", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, help="where the executed notebook goes")
    options = parser.parse_args()
    try:
        notebook = nbformat.read(options.notebook, as_version=4)
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
        sys.exit(f"crosscountry: a cell of {options.notebook} failed:\n{failure}")
    print(f"{options.notebook}: {sum(cell.cell_type == 'code' for cell in notebook.cells)} cells executed", file=sys.stderr)


def write(notebook, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    nbformat.write(notebook, beside)
    os.replace(beside, path)


main()
