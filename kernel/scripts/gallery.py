"""Executes notebooks and lays them out as pages, with a page in front that leads to them."""
import argparse
import html
import os
import pathlib
import re
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

STYLE = """
:root { color-scheme: light dark; --line: #8884; }
body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
ul { list-style: none; padding: 0; display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
li { border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
a { display: block; color: inherit; text-decoration: none; height: 100%; }
a:hover h2, a:focus-visible h2 { text-decoration: underline; }
figure { margin: 0; height: 11rem; padding: .75rem; box-sizing: border-box; border-bottom: 1px solid var(--line); display: flex; }
figure img { width: 100%; height: 100%; object-fit: contain; }
h2 { font-size: 1.1rem; margin: .9rem 1rem .3rem; }
p { margin: 0 1rem 1rem; }
"""


def main():
    parser = argparse.ArgumentParser(prog="crosscountry gallery")
    parser.add_argument("notebooks", nargs="+", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    cards = []
    for path in options.notebooks:
        print(f"crosscountry: {path.name}", file=sys.stderr)
        try:
            notebook = nbformat.read(path, as_version=4)
            NotebookClient(notebook, kernel_name="crosscountry", timeout=None, resources={"metadata": {"path": str(path.resolve().parent)}}).execute()
        except (OSError, ValueError, nbformat.reader.NotJSONError) as error:
            sys.exit(f"crosscountry: {path} cannot be read as a notebook: {error}")
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            sys.exit(f"crosscountry: a cell of {path} failed:\n{error}")
        page, _ = HTMLExporter().from_notebook_node(notebook, {"metadata": {"name": path.stem}})
        write(options.out / f"{path.stem}.html", page)
        cards.append(card(path.stem, notebook))
    write(options.out / "index.html", "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
          f"<title>Crosscountry: notebooks</title><style>{STYLE}</style></head><body><h1>Crosscountry: notebooks</h1>\n<ul>\n" + "\n".join(cards) + "\n</ul>\n</body></html>\n")
    print(options.out / "index.html")


def card(name, notebook):
    first = next((cell.source for cell in notebook.cells if cell.cell_type == "markdown"), name)
    title = re.sub(r"^#+\s*", "", first.strip().splitlines()[0])
    words = re.sub(r"[*`$]|\[([^\]]*)\]\([^)]*\)", r"\1", next((part for part in first.split("\n\n")[1:] if part.strip()), ""))
    picture = next((image for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs
                    if (image := output.get("data", {}).get("image/png"))), None)
    figure = f'<figure><img alt="" src="data:image/png;base64,{html.escape(picture)}"></figure>' if picture else ""
    return f'<li><a href="{html.escape(name)}.html">{figure}<h2>{html.escape(title)}</h2><p>{html.escape(words)}</p></a></li>'


def write(path, text):
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)


main()
