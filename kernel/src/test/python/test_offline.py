"""After set-up nothing needs the network: commands and a notebook run where there is none."""

import json
import os
import subprocess
import sys

import pytest

from conftest import HOME

# In a network namespace of its own only the loopback device is left, and it must be switched on first (SIOCSIFFLAGS, IFF_UP).
ALONE = """
import fcntl, os, socket, struct, sys
fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sh14x", b"lo", 1))
try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
except OSError:
    os.execvp(sys.argv[1], sys.argv[1:])
sys.exit("there is a network")
"""


@pytest.fixture(scope="module")
def cut():
    """Runs a command of the launcher without any network but its own loopback."""
    isolated = ["unshare", "--map-root-user", "--net", sys.executable, "-c", ALONE]
    if subprocess.run([*isolated, "true"], capture_output=True).returncode != 0:
        pytest.skip("this system lets nobody make a network namespace (unshare --map-root-user --net)")
    subprocess.run([HOME / "crosscountry", "count", "Simple", "--order", "reverse"], check=True, capture_output=True)  # set up

    def run(*command, **environment):
        return subprocess.run([*isolated, HOME / "crosscountry", *command], capture_output=True, text=True, timeout=900, env={**os.environ, **environment})

    return run


def test_an_agent_plays_without_a_network(cut):
    done = cut("agent", "RoeFlux_1d", "--simulations", "0", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["total"] < 320


def test_training_unpacks_pytorch_from_its_jars(cut, tmp_path):
    done = cut("train", "Helmholtz", "--seconds", "2", "--out", tmp_path / "run", "--json", DJL_CACHE_DIR=str(tmp_path / "empty"))
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["best"]["Helmholtz"]["order"]) == 5
    assert any((tmp_path / "empty").rglob("*torch*")), "PyTorch was not unpacked here"


def test_a_notebook_runs_without_a_network(cut, tmp_path):
    done = cut("run", HOME / "notebooks" / "explore-03-attention.ipynb", "--out", tmp_path / "out.ipynb")
    assert done.returncode == 0, done.stderr
