"""The engine as a library: a Maven project of its own, with nothing but the engine behind it."""
import math
import os
import pathlib
import re
import shutil
import subprocess

from conftest import HOME


def test_a_separate_maven_project_builds_and_runs_on_the_engine_alone(tmp_path):
    shutil.copytree(HOME / "docs/library-example", tmp_path / "project")
    local = repository(tmp_path)
    [engine] = (HOME / ".crosscountry/lib").glob("crosscountry-engine-*.jar")
    plugins = "org.apache.maven.plugins:maven-"
    install = plugins + "install-plugin:3.2.0:install-file"
    maven(local, tmp_path, install, f"-Dfile={HOME}/pom.xml", f"-DpomFile={HOME}/pom.xml", "-Dpackaging=pom")
    maven(local, tmp_path, install, f"-Dfile={engine}", f"-DpomFile={HOME}/src/pom.xml")
    maven(local, tmp_path / "project", "compile", plugins + "dependency-plugin:3.11.0:build-classpath", f"-Dmdep.outputFile={tmp_path}/classpath")
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
