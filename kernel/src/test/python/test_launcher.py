"""The launcher: set-up that can be repeated, and a sentence for whatever is missing."""
import json
import os
import pathlib
import re
import shutil
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


def test_a_build_says_what_it_does_and_nothing_else(tmp_path):
    copy = tmp_path / "checkout"
    shutil.copytree(HOME, copy, ignore=shutil.ignore_patterns(".git", ".crosscountry", "target", "__pycache__", "notebooks", "docs"))
    result = subprocess.run([copy / "crosscountry", "tasks"], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    first, second = result.stderr.splitlines()
    assert first.startswith("crosscountry: building with ") and second == "crosscountry: preparing a fast start (once)"
    assert not list((copy / ".crosscountry/lib").glob("nd4j*"))


def test_the_format_is_one_group_of_the_tests_and_says_how_to_mend_it(monkeypatch, capsys):
    monkeypatch.syspath_prepend(HOME / "kernel/wheel/crosscountry_kernel")
    monkeypatch.syspath_prepend(HOME / "kernel/launcher")
    import suite
    for status in (0, 1):
        monkeypatch.setattr(suite.checkout, "maven", lambda *arguments: status)
        assert suite.is_formatted(25, "/jdk") == (status == 0)
        assert ("run: mvn -q -B com.diffplug.spotless:spotless-maven-plugin:apply" in capsys.readouterr().out) == (status == 1)


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


@pytest.mark.parametrize("version, compiler, words", [("17.0.9", False, "Java 17 in {} is a runtime without a compiler (JRE)"), ("1.8.0_412", True, "Java 8 in {} is too old")])
def test_doctor_says_why_a_java_does_not_serve(crosscountry, tmp_path, version, compiler, words):
    home = tmp_path / "a java"
    (home / "bin").mkdir(parents=True)
    for tool in ["java"] + ["javac"] * compiler:
        (home / "bin" / tool).write_text("#!/bin/sh\n")
        (home / "bin" / tool).chmod(0o755)
    (home / "release").write_text(f'JAVA_VERSION="{version}"\n')
    assert words.format(home) in crosscountry("doctor", JAVA_HOME=str(home)).stdout


def test_doctor_says_what_a_platform_without_machine_code_lacks_and_that_a_jdk_has_no_sources(crosscountry, tmp_path):
    (tmp_path / "uname").write_text('#!/bin/sh\n[ "$1" = -s ] && echo SunOS || echo sparcv9\n')
    (tmp_path / "uname").chmod(0o755)
    home = tmp_path / "jdk"
    (home / "bin").mkdir(parents=True)
    for tool in ("java", "javac"):
        (home / "bin" / tool).write_text("#!/bin/sh\n")
        (home / "bin" / tool).chmod(0o755)
    (home / "release").write_text('JAVA_VERSION="99"\n')
    said = crosscountry("doctor", JAVA_HOME=str(home), PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}").stdout
    assert "Platform: SunOS sparcv9 has no libraries of machine code" in said
    assert f"Sources: {home} has no lib/src.zip" in said and "apt-get install openjdk-99-source" in said


def test_the_conda_environment_asks_for_what_the_launcher_needs_and_pip_pins():
    wanted = dict(re.findall(r"^  - (\w+)=([\d.]+)$", (HOME / "environment.yml").read_text(), re.MULTILINE))
    pinned = dict(re.findall(r"^(\w+)==(\S+)$", (HOME / "requirements.txt").read_text(), re.MULTILINE))
    assert (pinned["jupyterlab"] + ".").startswith(wanted["jupyterlab"] + ".")
    assert int(wanted["openjdk"]) >= 17 and tuple(map(int, wanted["python"].split("."))) >= (3, 10) and "maven" in wanted


def test_doctor_tells_two_jupyters_apart(crosscountry, tmp_path):
    for name, kernels in (("one", "  crosscountry    /somewhere"), ("two", "  python3    /somewhere")):
        (tmp_path / name).mkdir()
        jupyter = tmp_path / name / "jupyter"
        jupyter.write_text(f"#!/bin/sh\necho 'Available kernels:'\necho '{kernels}'\n")
        jupyter.chmod(0o755)
    result = crosscountry("doctor", PATH=os.pathsep.join([str(tmp_path / "one"), str(tmp_path / "two"), os.environ["PATH"]]))
    assert f"Jupyter: {tmp_path}/one/jupyter, the kernel is registered there" in result.stdout
    assert f"Jupyter: {tmp_path}/two/jupyter, the kernel is not registered there; ./crosscountry install" in result.stdout
    assert f'plain "jupyter" is {tmp_path}/one/jupyter' in result.stdout


def test_install_takes_this_users_folder_or_the_environment_of_the_python_on_the_path(crosscountry, tmp_path):
    environment = tmp_path / "environment"
    subprocess.run(["python3", "-m", "venv", "--without-pip", environment], check=True)
    result = crosscountry("install", "--sys-prefix", PATH=f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}")
    assert result.returncode == 0, result.stderr
    assert (environment / "share/jupyter/kernels/crosscountry/kernel.json").exists()
    assert crosscountry("install", "--user", JUPYTER_DATA_DIR=str(tmp_path / "data")).returncode == 0
    assert (tmp_path / "data/kernels/crosscountry/kernel.json").exists()
    assert crosscountry("install", "--everywhere").returncode == 2


def test_a_folder_with_a_space_in_its_name_is_as_good_as_another(crosscountry, tmp_path):
    assert crosscountry("tasks").returncode == 0  # so that there is something to copy
    copy = tmp_path / "two words"
    for part in ("crosscountry", "pom.xml", "src/pom.xml", "src/main", "kernel/pom.xml", "kernel/compilers.json", "kernel/agent-compilers.json", "kernel/launcher", "kernel/wheel", "kernel/scripts", "kernel/src/main", ".crosscountry/lib"):
        (copy / part).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (HOME / part).is_dir() else shutil.copy2)(HOME / part, copy / part)
    lib = copy / ".crosscountry/lib"
    for old in [*lib.glob("*.aot"), *lib.glob("*.jsa")]:
        old.unlink()
    classpath = lib / ".classpath"
    classpath.write_text(classpath.read_text().replace(f"{HOME}/", f"{copy}/"))
    for arguments in (["tasks"], ["agent", "Helmholtz", "--simulations", "0"]):
        result = subprocess.run([copy / "crosscountry", *arguments], capture_output=True, text=True)
        assert result.returncode == 0 and "Helmholtz" in result.stdout, result.stderr
    repl = subprocess.run([copy / "crosscountry", "repl"], input="6 * 7\n", capture_output=True, text=True)
    assert repl.stdout.strip() == "42", repl.stderr
