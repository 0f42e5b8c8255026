"""What documents and notebooks name must exist: classes, packages, experiments, benchmarks, and the targets of links."""
import json
import re

import pytest

from conftest import HOME

# Capitalised words in code that are no classes of ours.
FOREIGN = {"FileSystems", "HashMap", "Math", "SelectorProvider", "ServiceLoader", "System", "Copy", "Hint", "Undo"}
JAVA = {path: path.read_text() for folder in ("src", "kernel/src", "docs") for path in (HOME / folder).glob("**/java/**/*.java")}
PACKAGE_OF = {path: re.search(r"^package ([\w.]+);", text, re.M)[1] for path, text in JAVA.items()}
PACKAGES = set(PACKAGE_OF.values())
FULL = {f"{PACKAGE_OF[path]}.{name}" for path, text in JAVA.items() for name in re.findall(r"\b(?:class|interface|record|enum) ([A-Z]\w*)", text)}
TYPES = {name.rpartition(".")[2] for name in FULL}
TASKS = {word for path, text in JAVA.items() if path.parent.name == "task" for word in re.findall(r'"(\w+)"', text)}


def documents():
    """Markdown files, and the cells of notebooks; without the list of names that were."""
    for path in [*HOME.glob("*.md"), *HOME.glob("docs/*.md"), HOME / "kernel/wheel/README.md"]:
        yield pytest.param(path, path.read_text().split("\n### Renamed")[0], id=str(path.relative_to(HOME)))
    for path in HOME.glob("notebooks/*.ipynb"):
        cells = json.loads(path.read_text())["cells"]
        yield pytest.param(path, "\n\n".join("".join(cell["source"]) for cell in cells), id=path.name)


@pytest.mark.parametrize("path, text", documents())
def test_every_class_and_package_exists(path, text):
    wrong = []
    for name in re.findall(r"\bcrosscountry(?:\.[a-z]\w*)*\.\w+", re.sub(r"https?://\S+", "", text)):
        if name not in PACKAGES | FULL:
            wrong.append(name)
    code = re.findall(r"```java\n(.*?)```", text, re.S) + re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
    for piece in code:
        names = re.findall(r"(?<![\w/.:=+%-])[A-Z][a-z]\w+(?![\w-])", re.sub(r'"[^"]*"', "", piece))
        wrong += [name for name in names if name not in TYPES | TASKS | FOREIGN]
        for name in re.findall(r"(?<![\w./])(?!javax?\.|jdk\.|org\.)((?:[a-z]\w*\.)+[A-Z][a-z]\w+)", piece):
            if not any(f".{known}".endswith(f".{name}") for known in FULL):
                wrong.append(name)
    assert not wrong, wrong


@pytest.mark.parametrize("path, text", documents())
def test_every_experiment_and_benchmark_exists(path, text):
    experiments = {".".join(java.relative_to(HOME / "src/experiments/java/crosscountry").with_suffix("").parts) for java in JAVA if "experiments" in java.parts}
    assert set(re.findall(r"crosscountry experiment ([a-z\w.]*\w)", text)) <= experiments | {"NAME"}
    assert set(re.findall(r"crosscountry bench ([A-Z]\w*)", text)) <= TYPES | {"NAME"}


@pytest.mark.parametrize("path, text", documents())
def test_every_link_leads_somewhere(path, text):
    for target in re.findall(r'(?:\]\(|<img src=")([^)"\s]+)', text):
        file, _, heading = target.partition("#")
        if not re.match(r"\w+:", target):
            linked = path.parent / file if file else path
            assert linked.exists(), target
            assert not heading or heading in headings(linked.read_text()), target


def headings(text):
    """As GitHub links to them."""
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^#+ (.+)$", text, re.M)}
