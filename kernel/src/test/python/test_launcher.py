"""The launcher: set-up that can be repeated, and a sentence for whatever is missing."""
import json
import os
import pathlib
import subprocess
import time

from conftest import HOME

import pytest


def test_an_unknown_command_is_a_usage_error(crosscountry):
    result = crosscountry("dance")
    assert result.returncode == 2
    assert "usage: crosscountry lab" in result.stderr
    assert result.stdout == ""


def test_doctor_names_every_piece_of_a_machine_that_is_complete(crosscountry):
    result = crosscountry("doctor")
    assert result.returncode == 0, result.stderr
    for piece in ("Java ", "Maven: ", "Python: ", "JupyterLab: 4."):
        assert piece in result.stdout


@pytest.mark.parametrize("missing, sentence", [("mvn", "apt-get install maven"), ("python", "apt-get install python3 python3-venv")])
def test_doctor_names_a_missing_piece_and_the_command_that_installs_it(tmp_path, missing, sentence):
    for folder in os.environ["PATH"].split(os.pathsep):
        for tool in pathlib.Path(folder).glob("*"):
            if not tool.name.startswith(missing) and not (tmp_path / tool.name).exists():
                (tmp_path / tool.name).symlink_to(tool)
    result = subprocess.run(["/bin/bash", HOME / "crosscountry", "doctor"], capture_output=True, text=True, env={**os.environ, "PATH": str(tmp_path)})
    assert result.returncode == 1
    assert sentence in result.stderr


def test_install_registers_the_kernel_under_a_prefix_and_is_quick_the_second_time(crosscountry, tmp_path):
    assert crosscountry("install", "--prefix", tmp_path).returncode == 0
    spec = tmp_path / "share/jupyter/kernels/crosscountry/kernel.json"
    written = spec.stat().st_mtime_ns
    argv = json.loads(spec.read_text())["argv"]
    assert argv[-2:] == ["crosscountry.kernel.KernelMain", "{connection_file}"]
    assert pathlib.Path(argv[0]).exists()
    start = time.monotonic()
    assert crosscountry("install", "--prefix", tmp_path).returncode == 0
    assert time.monotonic() - start < 10
    assert spec.stat().st_mtime_ns == written


def test_run_says_why_a_file_is_no_notebook(crosscountry, tmp_path):
    notebook = tmp_path / "bad.ipynb"
    notebook.write_text("no notebook")
    result = crosscountry("run", notebook)
    assert result.returncode == 1
    assert "cannot be read as a notebook" in result.stderr
