"""Lays out the folder from which the wheel is built: the package, the jars and the kernelspec."""
import argparse
import json
import os
import pathlib
import shutil


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stage", type=pathlib.Path)
    parser.add_argument("--package", type=pathlib.Path, required=True)
    parser.add_argument("--template", type=pathlib.Path, required=True)
    parser.add_argument("--lib", type=pathlib.Path, required=True)
    parser.add_argument("--compilers", type=pathlib.Path, required=True, help="which methods the JVM's second compiler leaves alone")
    options = parser.parse_args()

    shutil.rmtree(options.stage, ignore_errors=True)
    shutil.copytree(options.package, options.stage, ignore=shutil.ignore_patterns("__pycache__"))
    jars = options.stage / "crosscountry_kernel" / "lib"
    jars.mkdir()
    for jar in options.lib.glob("*.jar"):
        os.link(jar, jars / jar.name)
    shutil.copy(options.compilers, jars)
    kernelspec = options.stage / "kernelspec"
    shutil.copytree(options.template, kernelspec)
    spec = json.loads((kernelspec / "kernel.json").read_text(encoding="utf-8"))
    # Jupyter puts the Python of its environment in the place of "python"
    spec["argv"] = ["python", "-m", "crosscountry_kernel", "{connection_file}"]
    (kernelspec / "kernel.json").write_text(json.dumps(spec, indent=2) + "\n", encoding="utf-8")


main()
