"""Writes kernels/crosscountry into a Jupyter data folder; a file that would not change is left alone."""
import argparse
import json
import os
import pathlib
import shutil

MAIN = "crosscountry.kernel.KernelMain"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--template", type=pathlib.Path, required=True)
    parser.add_argument("--classpath", required=True, help="a file with java's -cp, as java @FILE reads it")
    parser.add_argument("--java", required=True)
    parser.add_argument("--flags", type=str.splitlines, default=[], help="one a line")
    options = parser.parse_args()

    spec = {"display_name": "Crosscountry (Java)", "language": "java", "interrupt_mode": "signal", "metadata": {"debugger": False}}
    template = options.template / "kernel.json"
    if template.exists():
        spec.update(json.loads(template.read_text(encoding="utf-8")))
    spec["argv"] = [options.java, *options.flags, "@" + options.classpath, MAIN, "{connection_file}"]

    folder = options.data / "kernels" / "crosscountry"
    folder.mkdir(parents=True, exist_ok=True)
    replace(folder / "kernel.json", json.dumps(spec, indent=2) + "\n")
    for logo in options.template.glob("logo*"):
        shutil.copyfile(logo, folder / logo.name)


def replace(path, text):
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)


main()
