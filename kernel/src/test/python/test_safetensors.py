"""Networks in files, as the safetensors package of Python reads and writes them."""
import ctypes
import json
import pathlib

import pytest
import safetensors
from conftest import HOME

SHIPPED = HOME / "src/main/resources/crosscountry/network"


@pytest.mark.parametrize("name", ["generalist", "mixed"])
def test_the_shipped_networks_are_what_their_metadata_says(name):
    content = (SHIPPED / f"{name}.safetensors").read_bytes()
    arrays = dict(safetensors.deserialize(content))
    about = metadata(content)
    width, layers = int(about["width"]), int(about["layers"])
    assert about["format"] == "crosscountry-network-1"
    assert arrays["operation"]["shape"] == [int(about["operations"]), width]
    assert sum(key.endswith(".attention.in") for key in arrays) == layers
    assert {array["dtype"] for array in arrays.values()} == {"F32"}
    assert sum(len(array["data"]) for array in arrays.values()) == 4 * 64619


def test_a_file_that_python_wrote_plays_like_ours(crosscountry, tmp_path):
    content = (SHIPPED / "generalist.safetensors").read_bytes()
    arrays = safetensors.deserialize(content)
    kept = {key: ctypes.create_string_buffer(bytes(array["data"]), len(array["data"])) for key, array in arrays}
    specs = {key: safetensors.TensorSpec(dtype="float32", shape=array["shape"], data_ptr=ctypes.addressof(kept[key]), data_len=len(kept[key]))
             for key, array in arrays}
    theirs = tmp_path / "theirs.safetensors"
    theirs.write_bytes(safetensors.serialize(specs, metadata(content)))
    assert theirs.read_bytes() != content  # another order of the arrays
    ours, played = (crosscountry("agent", "Helmholtz", "--simulations", "0", "--model", file, "--json")
                    for file in (SHIPPED / "generalist.safetensors", theirs))
    assert played.returncode == 0, played.stderr
    assert json.loads(played.stdout)["order"] == json.loads(ours.stdout)["order"]


def test_a_run_leaves_its_network_as_safetensors(crosscountry, tmp_path):
    result = crosscountry("train", "Simple", "--seconds", "1", "--out", tmp_path / "run", "--json")
    assert result.returncode == 0, result.stderr
    content = pathlib.Path(tmp_path / "run/model").read_bytes()
    assert "policy.out" in dict(safetensors.deserialize(content))
    assert metadata(content)["format"] == "crosscountry-network-1"


def metadata(content):
    return json.loads(content[8:8 + int.from_bytes(content[:8], "little")])["__metadata__"]
