"""What every group needs: where the project is, and its launcher."""
import os
import pathlib
import site
import subprocess
import sys

import pytest

HOME = pathlib.Path(__file__).resolve().parents[4]


@pytest.fixture
def crosscountry():
    def run(*arguments, cwd=HOME, **environment):
        return subprocess.run(
            [HOME / "crosscountry", *map(str, arguments)],
            cwd=cwd, capture_output=True, text=True, timeout=600, env={**os.environ, **environment},
        )
    return run


@pytest.fixture(scope="session")
def environment(tmp_path_factory):
    """The Python of a new environment with the wheel; the Jupyter of the tests is visible from it."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run([HOME / "crosscountry", "wheel", "--out", folder], capture_output=True, text=True, timeout=900)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("crosscountry_kernel-*-py3-none-*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], check=True)
    python = folder / "env/bin/python"
    (packages,) = (folder / "env/lib").glob("python3*/site-packages")
    (packages / "tests.pth").write_text("\n".join(site.getsitepackages()))
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--ignore-installed", "--disable-pip-version-check", wheel], check=True)
    wheel.unlink()
    return python


def run(*command, **changes):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=180, env={**kept, **changes})
