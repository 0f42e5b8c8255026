"""The wheel: pip puts it into an environment, and any Jupyter of that environment has the kernel."""
import importlib.util
import json
import time

import pytest
from conftest import HOME, run


def test_jupyter_of_the_environment_finds_the_kernel_and_runs_a_cell(environment, tmp_path):
    prefix = environment.parents[1]
    specs = json.loads(run(environment, "-m", "jupyter_client.kernelspecapp", "list", "--json").stdout)["kernelspecs"]
    assert specs["crosscountry"]["resource_dir"] == str(prefix / "share/jupyter/kernels/crosscountry")
    script = tmp_path / "cell.py"
    script.write_text("""
import nbformat
from nbclient import NotebookClient
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell('Tasks.graph("Simple").vertices().size()')])
NotebookClient(notebook, kernel_name="crosscountry", timeout=120).execute()
print(notebook.cells[0].outputs[0].data["text/plain"])
""")
    result = run(environment, script)
    assert result.stdout.strip() == "4", result.stderr


def test_the_second_start_takes_its_classes_from_an_archive(environment, tmp_path):
    script = tmp_path / "start.py"
    script.write_text("""
from pathlib import Path
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="crosscountry", startup_timeout=120)
print(Path(f"/proc/{manager.provisioner.process.pid}/cmdline").read_text().replace("\\0", " "))
print(client.execute_interactive("1 + 1", timeout=60)["content"]["status"])
client.stop_channels()
manager.shutdown_kernel(now=True)
""")
    cache = tmp_path / "cache"
    first = run(environment, script, XDG_CACHE_HOME=str(cache)).stdout
    assert first.strip().endswith("ok") and "Archive" not in first and "AOTCache" not in first
    for _ in range(1800):
        made = [file for kind in ("aot", "jsa") for file in (cache / "crosscountry").glob(f"[0-9a-f]*.{kind}")]
        if made:
            break
        time.sleep(0.1)
    second = run(environment, script, XDG_CACHE_HOME=str(cache)).stdout
    assert second.strip().endswith("ok") and f"={made[0]} " in second
    assert "-XX:+UseSerialGC" in second


def test_the_wheel_brings_the_command_for_scripts(environment):
    command = environment.with_name("crosscountry")
    answer = json.loads(run(command, "count", "RobotArm_6DOF", "--order", "reverse", "--json").stdout)
    assert answer["total"] == 301
    wrong = run(command, "count", "Nowhere", "--order", "reverse")
    assert wrong.returncode == 1 and wrong.stderr.startswith("crosscountry: ") and len(wrong.stderr.splitlines()) == 1


def finder():
    spec = importlib.util.spec_from_file_location("finder", HOME / "kernel/wheel/crosscountry_kernel/java.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def java(folder, version, *tools):
    (folder / "bin").mkdir(parents=True)
    for tool in tools:
        (folder / "bin" / tool).touch()
    (folder / "release").write_text(f'IMPLEMENTOR="Nobody"\nJAVA_VERSION="{version}"\n')
    return folder


def test_the_newest_jdk_is_taken_and_a_newer_runtime_is_not(monkeypatch, tmp_path):
    module = finder()
    homes = [java(tmp_path / "a", "17.0.1", "java", "javac"), java(tmp_path / "b", "21", "java", "javac"), java(tmp_path / "c", "25.0.3", "java")]
    monkeypatch.setattr(module, "candidates", lambda: homes)
    assert module.newest() == (21, tmp_path / "b")


@pytest.mark.parametrize("homes, words", [
    ([], "no Java was found"),
    ([("jre", "17.0.1", "java")], "is a runtime without a compiler (JRE)"),
    ([("old", "1.8.0_412", "java", "javac")], "Java 8 in"),
])
def test_without_a_jdk_one_sentence_says_what_was_found_and_what_to_install(monkeypatch, tmp_path, homes, words):
    module = finder()
    found = [java(tmp_path / name, *rest) for name, *rest in homes]
    monkeypatch.setattr(module, "candidates", lambda: found)
    with pytest.raises(LookupError) as error:
        module.newest()
    assert words in str(error.value) and "apt-get install openjdk-17-jdk-headless" in str(error.value)
