"""What every group needs: where the project is, and its launcher."""
import os
import pathlib
import subprocess

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
