"""Comms and widgets as a front end sees them."""
import time

import pytest
from jupyter_client.manager import start_new_kernel

MODULE = "export default { render({ model, el }) { el.textContent = model.get('count'); } };"


@pytest.fixture(scope="module")
def client():
    manager, client = start_new_kernel(kernel_name="crosscountry")
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def send(client, kind, buffers=None, **content):
    message = client.session.msg(kind, {"data": {}, **content})
    client.session.send(client.shell_channel.socket, message, buffers=buffers)
    return message["header"]["msg_id"]


def until(client, wanted, seconds=20):
    """The first message on iopub for which ``wanted`` holds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        message = client.get_iopub_msg(timeout=seconds)
        if wanted(message):
            return message
    raise AssertionError("no such message")


def run(client, code):
    shown = []
    reply = client.execute_interactive(code, timeout=60, allow_stdin=False, output_hook=shown.append)
    assert reply["content"]["status"] == "ok", reply["content"]
    return shown


def value(shown):
    return [message["content"]["data"]["text/plain"] for message in shown if message["msg_type"] == "execute_result"][-1]


def comm(kind, comm_id):
    return lambda message: message["msg_type"] == kind and message["content"]["comm_id"] == comm_id


def test_a_page_opens_a_comm_to_a_target_of_java_and_is_answered(client):
    run(client, 'onComm("echo", (comm, data) -> comm.onMessage((said, buffers) -> comm.send(Map.of("said", said, "bytes", buffers.get(0).length), buffers.get(0))));')
    send(client, "comm_open", comm_id="c1", target_name="echo")
    send(client, "comm_msg", comm_id="c1", data={"word": "héllo"}, buffers=[b"\x00\x01\xff"])
    answer = until(client, comm("comm_msg", "c1"))
    assert answer["content"]["data"] == {"said": {"word": "héllo"}, "bytes": 3}
    assert bytes(answer["buffers"][0]) == b"\x00\x01\xff"
    send(client, "comm_info_request", target_name="echo")
    assert client.get_shell_msg(timeout=20)["content"]["comms"] == {"c1": {"target_name": "echo"}}
    send(client, "comm_close", comm_id="c1")
    send(client, "comm_info_request", target_name="echo")
    assert client.get_shell_msg(timeout=20)["content"]["comms"] == {}


def test_a_target_that_nobody_knows_is_closed_at_once(client):
    send(client, "comm_open", comm_id="c2", target_name="nobody")
    until(client, comm("comm_close", "c2"))


def test_comms_are_served_while_a_cell_runs_and_between_busy_and_idle(client):
    run(client, 'onComm("now", (comm, data) -> comm.send("here"));')
    cell = client.execute("Thread.sleep(6000)")
    until(client, lambda message: message["msg_type"] == "execute_input")
    began = time.monotonic()
    asked = send(client, "comm_open", comm_id="c3", target_name="now")
    until(client, comm("comm_msg", "c3"))
    assert time.monotonic() - began < 5
    until(client, lambda message: message["msg_type"] == "status" and message["parent_header"].get("msg_id") == asked and message["content"]["execution_state"] == "idle")
    until(client, lambda message: message["msg_type"] == "status" and message["parent_header"].get("msg_id") == cell and message["content"]["execution_state"] == "idle")
    while client.get_shell_msg(timeout=20)["parent_header"].get("msg_id") != cell:
        pass


def test_a_widget_is_opened_followed_and_restored(client):
    shown = run(client, f'var w = widget("{MODULE}", Map.of("count", 3, "raw", new byte[] {{1, 2}}), "<b>stands in</b>"); w')
    opened = next(message for message in shown if message["msg_type"] == "comm_open")
    model = opened["content"]["comm_id"]
    assert opened["metadata"]["version"].startswith("2.")
    state = opened["content"]["data"]["state"]
    assert (state["count"], state["_esm"], state["_model_module"], state["_model_name"]) == (3, MODULE, "anywidget", "AnyModel")
    assert opened["content"]["data"]["buffer_paths"] == [["raw"]] and bytes(opened["buffers"][0]) == b"\x01\x02"
    bundle = next(message for message in shown if message["msg_type"] == "execute_result")["content"]["data"]
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"] == model
    assert bundle["text/html"] == "<b>stands in</b>"

    # the page changes a field; the next cell sees it, and other pages are told
    send(client, "comm_msg", comm_id=model, data={"method": "update", "state": {"count": 4, "_esm": "evil"}, "buffer_paths": []})
    echo = until(client, comm("comm_msg", model))["content"]["data"]
    assert echo["method"] == "echo_update" and echo["state"] == {"count": 4}
    assert value(run(client, 'w.model().get("count")')) == "4"

    # Java changes it
    changed = next(m for m in run(client, 'w.model().set("count", 5);') if m["msg_type"] == "comm_msg")
    assert changed["content"]["data"] == {"method": "update", "state": {"count": 5}, "buffer_paths": []}

    # messages of the widget's own
    run(client, 'w.model().onMessage((content, buffers) -> w.model().send(List.of("got", content)));')
    send(client, "comm_msg", comm_id=model, data={"method": "custom", "content": {"a": 1}})
    assert until(client, comm("comm_msg", model))["content"]["data"] == {"method": "custom", "content": ["got", {"a": 1}]}

    # a page that is loaded anew
    send(client, "comm_open", comm_id="k1", target_name="jupyter.widget.control")
    send(client, "comm_msg", comm_id="k1", data={"method": "request_states"})
    states = until(client, comm("comm_msg", "k1"))
    data = states["content"]["data"]
    assert data["method"] == "update_states" and data["states"][model]["state"]["count"] == 5
    assert data["buffer_paths"] == [[model, "state", "raw"]] and bytes(states["buffers"][0]) == b"\x01\x02"
    send(client, "comm_msg", comm_id=model, data={"method": "request_state"})
    assert until(client, comm("comm_msg", model))["content"]["data"]["state"]["count"] == 5

    # closed by the page, it is forgotten
    send(client, "comm_close", comm_id=model)
    send(client, "comm_info_request", target_name="jupyter.widget")
    assert model not in client.get_shell_msg(timeout=20)["content"]["comms"]


def test_a_listener_that_fails_says_so_and_messages_without_sense_are_left(client):
    run(client, 'onComm("fails", (comm, data) -> { throw new IllegalStateException("on purpose"); });')
    send(client, "comm_open", comm_id="c4", target_name="fails")
    said = until(client, lambda message: message["msg_type"] == "stream")
    assert "a listener of the page failed: java.lang.IllegalStateException: on purpose" in said["content"]["text"]
    send(client, "comm_msg", comm_id="nothing", data=7)
    send(client, "comm_msg", data=None)
    send(client, "comm_open")
    send(client, "comm_info_request")
    assert client.get_shell_msg(timeout=20)["content"]["status"] == "ok"
    assert value(run(client, "6 * 7")) == "42"


def test_the_game_hears_of_moves_and_tells_of_its_own(client):
    shown = run(client, 'var game = play(Tasks.graph("Simple")); game')
    model = next(message for message in shown if message["msg_type"] == "comm_open")["content"]["comm_id"]
    send(client, "comm_msg", comm_id=model, data={"method": "update", "state": {"order": [2]}, "buffer_paths": []})
    assert value(run(client, "game.order()")) == "2"
    send(client, "comm_msg", comm_id=model, data={"method": "custom", "content": {"ask": "advice"}})
    advice = until(client, lambda message: comm("comm_msg", model)(message) and message["content"]["data"]["method"] == "custom")["content"]["data"]["content"]
    assert advice == {"at": "2", "advice": [[1, 1.0]]}
    told = next(message for message in run(client, "game.eliminate(1);") if message["msg_type"] == "comm_msg")
    assert told["content"]["data"]["state"] == {"order": [2, 1]}
