"""Projects outside of this one: a program on the engine alone, and a jar that brings the kernel a command and a renderer."""
import collections
import json
import math
import os
import pathlib
import re
import shutil
import subprocess

import pytest
from conftest import HOME
from jupyter_client.manager import start_new_kernel


def test_a_separate_maven_project_builds_and_runs_on_the_engine_alone(tmp_path):
    shutil.copytree(HOME / "docs/library-example", tmp_path / "project")
    local = repository(tmp_path)
    install(local, tmp_path, "engine")
    maven(local, tmp_path / "project", "compile", PLUGINS + "dependency-plugin:3.11.0:build-classpath", f"-Dmdep.outputFile={tmp_path}/classpath")
    classpath = (tmp_path / "classpath").read_text().strip()
    artifacts = {pathlib.Path(jar).name for jar in classpath.split(os.pathsep)}
    assert any(name.startswith("crosscountry-engine") for name in artifacts)
    assert not [name for name in artifacts if re.search(r"kernel|djl|pytorch|nd4j|jeromq|xchart|tablesaw|native|linux", name)], artifacts
    run = subprocess.run([java(), "-cp", f"{classpath}{os.pathsep}{tmp_path}/project/target/classes", "example.Main"], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    assert re.match(r"\d+ multiplications by the order ", run.stdout)
    # d(energy)/d(angle) = 9.81 / length * sin(angle), d(energy)/d(speed) = speed
    row = next(line for line in run.stdout.splitlines() if line.startswith("y1")).split()[1:]
    assert [float(entry) for entry in row[:2]] == [float(f"{9.81 / 2 * math.sin(0.3):.4g}"), 1.2]


@pytest.mark.parametrize("how", ["%maven", "%jars"])
def test_a_jar_from_maven_brings_the_kernel_a_command_and_a_renderer(tmp_path, extension, how):
    local, jar = extension
    manager, client = start_new_kernel(kernel_name="crosscountry")
    try:
        assert run(client, "%census Encoder")[0]["evalue"] == "there is no command %census; %commands lists all"
        run(client, f'System.setProperty("maven.repo.local", {json.dumps(str(local))});')
        reply, _ = run(client, "%maven example:extension-example:1" if how == "%maven" else f"%jars {jar}")
        assert reply["status"] == "ok", reply
        _, [shown] = run(client, "%census Encoder --to counted")
        graph = json.loads((HOME / "src/test/resources/reference/graphs/Encoder.json").read_text())
        counted = collections.Counter(vertex["primitive"] for vertex in graph["vertices"])
        assert shown["text/plain"] == f"Encoder {{{', '.join(f'{name}={counted[name]}' for name in sorted(counted))}}}"
        assert f"<td>{sorted(counted)[0]}</td><td>{counted[sorted(counted)[0]]}</td>" in shown["text/html"]
        assert run(client, "counted.counts().size()")[1][0]["text/plain"] == str(len(counted))
        client.complete("%census Encoder --", 18)
        assert client.get_shell_msg(timeout=30)["content"]["matches"] == ["--to"]
        assert "%census GRAPH" in run(client, "%commands")[1][0]["text/plain"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def extension(tmp_path_factory):
    """The extension of docs/extension-example, built and installed by Maven: the local repository and the jar."""
    folder = tmp_path_factory.mktemp("extension")
    shutil.copytree(HOME / "docs/extension-example", folder / "project")
    local = repository(folder)
    install(local, folder, "engine", "kernel")
    maven(local, folder / "project", "package")
    [jar] = (folder / "project/target").glob("*.jar")
    maven(local, folder, INSTALL, f"-Dfile={jar}", f"-DpomFile={folder}/project/pom.xml")
    return local, jar


def run(client, code):
    """The reply, and the data of what was shown or returned."""
    shown = []
    reply = client.execute_interactive(code, timeout=120, allow_stdin=False, output_hook=lambda message: shown.append(message["content"].get("data")))
    return reply["content"], [data for data in shown if data]


PLUGINS = "org.apache.maven.plugins:maven-"
INSTALL = PLUGINS + "install-plugin:3.2.0:install-file"


def install(local, folder, *modules):
    """Puts modules of this project, as they were built, into a local repository."""
    maven(local, folder, INSTALL, f"-Dfile={HOME}/pom.xml", f"-DpomFile={HOME}/pom.xml", "-Dpackaging=pom")
    for module in modules:
        [jar] = (HOME / ".crosscountry/lib").glob(f"crosscountry-{module}-*.jar")
        maven(local, folder, INSTALL, f"-Dfile={jar}", f"-DpomFile={HOME}/{'src' if module == 'engine' else module}/pom.xml")


def repository(tmp_path):
    """A local repository of its own, so that nothing is installed for the user; what was downloaded before is linked."""
    local = tmp_path / "repository"
    local.mkdir()
    options = os.environ.get("MAVEN_OPTS", "")
    given = re.search(r"-Dmaven\.repo\.local=(\S+)", options)
    known = pathlib.Path(given.group(1)) if given else pathlib.Path.home() / ".m2/repository"
    for folder in known.iterdir() if known.is_dir() else []:
        if folder.name != "crosscountry" and folder.is_dir():
            (local / folder.name).symlink_to(folder)
    return local


def maven(local, folder, *goals):
    options = re.sub(r"-Dmaven\.repo\.local=\S+", "", os.environ.get("MAVEN_OPTS", ""))
    result = subprocess.run(["mvn", "-q", "-B", f"-Dmaven.repo.local={local}", *goals], cwd=folder, capture_output=True, text=True,
                            timeout=600, env={**os.environ, "MAVEN_OPTS": options})
    assert result.returncode == 0, result.stdout + result.stderr


def java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home) / "bin/java") if home else "java"
