"""The kernel is never stuck: whatever arrives, whatever runs, it answers the next question."""
import json
import os
import random
import time

import pytest
import zmq
from jupyter_client.manager import start_new_kernel
from test_kernel import kernel, run, text  # noqa: F401  (kernel is a fixture)


def begun(client, code):
    """The id of a request whose cell runs."""
    request = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["msg_type"] == "execute_input" and message["parent_header"]["msg_id"] == request:
            time.sleep(1)
            return request


def interrupt(client):
    client.control_channel.send(client.session.msg("interrupt_request", {}))
    assert client.get_control_msg(timeout=30)["content"]["status"] == "ok"


def reply_to(client, request):
    while True:
        message = client.get_shell_msg(timeout=60)
        if message["parent_header"]["msg_id"] == request:
            return message["content"]


def frames(chance):
    """Frames as no client sends them."""
    def some(most):
        return chance.randbytes(chance.randrange(most))
    parts = [some(200) for _ in range(chance.randrange(1, 8))]
    match chance.randrange(6):
        case 0:
            return parts
        case 1:
            return [b"<IDS|MSG>", *parts]
        case 2:
            return [*parts, b"<IDS|MSG>", b"0" * 64, b"{}", b"{}", b"{}", b"{}"]
        case 3:
            return [b"<IDS|MSG>", some(64), b'{"msg_type":"shutdown_request"}', b"{}", b"{}", b"{}"]
        case 4:
            return [b"<IDS|MSG>"] * chance.randrange(2, 9)
        case _:
            return [b""] * chance.randrange(1, 12)


def odd_messages(session, chance):
    """Messages with a good signature that say what nobody says: cut, of an unknown type, with values of a wrong kind."""
    kinds = ["execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_open", "comm_msg", "comm_close",
             "comm_info_request", "connect_request", "kernel_info_request", "input_reply", "dance_request", ""]
    fields = ["code", "cursor_pos", "hist_access_type", "n", "session", "start", "stop", "pattern", "comm_id", "target_name", "data", "user_expressions", "value",
              "silent", "store_history", "allow_stdin"]
    values = [None, -1, 2**70, 1.5, True, "", "\0", "\ud83d", [], {}, [[[[]]]], {"a": {"b": []}}, "tail", "range", "search"]
    kind = chance.choice(kinds)
    content = {field: chance.choice(values) for field in fields if chance.random() < 0.4}
    if kind == "execute_request":
        content["code"] = chance.choice([None, 7, [], {}, "", " ", "\0", "%", "%%", "%%%", "}", "\ud83d"])
        content["stop_on_error"] = False
    header = session.msg(kind)["header"]
    if chance.random() < 0.3:
        header[chance.choice(list(header))] = chance.choice([None, 5, [], {}])
    whole = [json.dumps(part, default=str).encode() for part in (header, chance.choice([{}, header]), {}, chance.choice([content, content, content, [], 7, None]))]
    whole = [part[:chance.randrange(len(part) + 1)] if chance.random() < 0.05 else part for part in whole]
    return [b"<IDS|MSG>", session.sign(whole), *whole, *[chance.randbytes(20) for _ in range(chance.randrange(3))]]


def test_no_message_stops_a_channel(kernel):  # noqa: F811
    manager, client = kernel
    run(client, "int kept = 41;")
    chance = random.Random(7)
    info = manager.get_connection_info()
    context = zmq.Context.instance()
    sockets = {}
    for name, kind in (("shell", zmq.DEALER), ("control", zmq.DEALER), ("stdin", zmq.DEALER), ("iopub", zmq.XSUB), ("hb", zmq.DEALER)):
        sockets[name] = context.socket(kind)
        sockets[name].linger = 20_000
        sockets[name].connect(f"tcp://{info['ip']}:{info[name + '_port']}")
    for _ in range(1500):
        for socket in sockets.values():
            socket.send_multipart(frames(chance))
    for _ in range(700):
        for name in ("shell", "control", "stdin"):
            message = odd_messages(client.session, chance)
            if b"shutdown_request" not in message[2]:
                sockets[name].send_multipart(message)
    for socket in sockets.values():
        socket.send_multipart([b"<IDS|MSG>", b"x" * 20_000_000])
        socket.close()

    heart = context.socket(zmq.REQ)
    heart.linger = 0
    heart.connect(f"tcp://{info['ip']}:{info['hb_port']}")
    heart.send_multipart([b"several", b"frames", b""])
    assert heart.poll(60_000) and heart.recv_multipart() == [b"several", b"frames", b""]
    heart.send(b"ping")
    assert heart.poll(60_000) and heart.recv() == b"ping"
    heart.close()
    client.control_channel.send(client.session.msg("kernel_info_request", {}))
    assert client.get_control_msg(timeout=60)["content"]["status"] == "ok"
    assert text(run(client, "kept + 1")[1]) == ["42"]


def test_the_heart_beats_on_when_peers_leave_before_their_answer(kernel):  # noqa: F811
    manager, _ = kernel
    chance = random.Random(1)
    info = manager.get_connection_info()
    context = zmq.Context.instance()
    address = f"tcp://{info['ip']}:{info['hb_port']}"
    for _ in range(20):
        for linger in (0, 20_000):
            peer = context.socket(zmq.DEALER)
            peer.linger = linger
            peer.connect(address)
            for _ in range(chance.randrange(1500)):
                peer.send_multipart(frames(chance))
            peer.send_multipart([b"<IDS|MSG>", b"x" * 2_000_000])
            peer.close()
        heart = context.socket(zmq.REQ)
        heart.linger = 0
        heart.connect(address)
        for _ in range(3):
            heart.send(b"ping")
            assert heart.poll(60_000) and heart.recv() == b"ping"
        heart.close()


def test_a_shutdown_asked_for_on_the_shell_channel_is_answered_there():
    manager, client = start_new_kernel(kernel_name="crosscountry")
    process = manager.provisioner.process
    request = client.session.msg("shutdown_request", {"restart": True})
    client.shell_channel.send(request)
    assert reply_to(client, request["header"]["msg_id"]) == {"status": "ok", "restart": True}
    process.wait(timeout=20)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


ENDLESS = "class Endless {\n    public String toString() {\n        while (true) {}\n    }\n}\nEndless endless = new Endless();"


def test_an_interrupt_ends_an_inspection_that_does_not_end_by_itself(kernel):  # noqa: F811
    _, client = kernel
    assert run(client, ENDLESS)[0]["status"] == "ok"
    request = client.inspect("endless", 7)
    time.sleep(1)
    interrupt(client)
    assert reply_to(client, request)["ename"] == "Interrupted"
    assert text(run(client, "40 + 2")[1]) == ["42"]


def test_an_interrupt_ends_the_drawing_of_a_value_that_does_not_end_by_itself_and_its_thread(kernel):  # noqa: F811
    _, client = kernel
    assert run(client, ENDLESS)[0]["status"] == "ok"
    request = begun(client, "endless")
    interrupt(client)
    assert reply_to(client, request)["ename"] == "Interrupted"
    loops = 'Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream).anyMatch(frame -> frame.getClassName().endsWith("$Endless"))'
    assert text(run(client, loops)[1]) == ["false"]


def test_an_interrupt_of_a_search_keeps_the_best_order_so_far(kernel):  # noqa: F811
    _, client = kernel
    request = begun(client, "%search RoeFlux_3d --seconds 300 --method annealing --to best")
    time.sleep(2)
    interrupt(client)
    assert reply_to(client, request)["status"] == "ok"
    shown = text(run(client, 'report(Tasks.graph("RoeFlux_3d"), best).toString().length() > 0')[1])
    assert shown == ["true"]


def test_an_interrupt_ends_a_measurement_of_jacobians(kernel):  # noqa: F811
    _, client = kernel
    request = begun(client, 'while (true) magic("%jacobian RoeFlux_1d --at 1,2,3,4,5,6 --time");')
    interrupt(client)
    assert reply_to(client, request)["ename"] == "Interrupted"
    assert text(run(client, "40 + 2")[1]) == ["42"]


SLOW_COMMAND = r'''
Path folder = Files.createTempDirectory("slow");
Path source = folder.resolve("Slow.java");
Files.writeString(source, """
    package slow;
    public class Slow implements crosscountry.kernel.command.Command {
        public String name() { return "slow"; }
        public String synopsis() { return "%slow WORD"; }
        public String help() { return "slow"; }
        public Object run(crosscountry.kernel.command.CommandContext context, String line, String body) { return 1; }
        public java.util.List<String> complete(crosscountry.kernel.command.CommandContext context, String arguments) {
            while (!Thread.currentThread().isInterrupted()) {}
            return java.util.List.of();
        }
    }""");
javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), source.toString());
Path jar = folder.resolve("slow.jar");
try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar))) {
    out.putNextEntry(new java.util.jar.JarEntry("slow/Slow.class"));
    out.write(Files.readAllBytes(folder.resolve("slow/Slow.class")));
    out.putNextEntry(new java.util.jar.JarEntry("META-INF/services/crosscountry.kernel.command.Command"));
    out.write("slow.Slow".getBytes());
}
magic("%jars " + jar);
'''


def test_an_interrupt_ends_a_completion_that_does_not_end_by_itself_and_its_thread(kernel):  # noqa: F811
    _, client = kernel
    assert run(client, SLOW_COMMAND)[0]["status"] == "ok"
    request = client.complete("%slow w", 7)
    time.sleep(1)
    interrupt(client)
    assert reply_to(client, request)["ename"] == "Interrupted"
    loops = 'Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream).anyMatch(frame -> frame.getClassName().equals("slow.Slow"))'
    assert text(run(client, loops)[1]) == ["false"]
    assert client.complete("%sl", 3) and text(run(client, "%slow w")[1]) == ["1"]


def test_a_value_of_tens_of_megabytes_is_cut_and_says_so(kernel):  # noqa: F811
    _, client = kernel
    (shown,) = text(run(client, '"x".repeat(30_000_000)')[1])
    assert shown.startswith("x" * 10_000_000 + "\n[the first 10,000,000 of 30,000,000 signs; to have all, write it to a file")
    assert len(shown) < 10_001_000
    _, messages = run(client, 'html("<b>" + "x".repeat(30_000_000) + "</b>")')
    (data,) = [message["content"]["data"] for message in messages if message["msg_type"] == "execute_result"]
    assert list(data) == ["text/plain"]
    assert "[text/html of 30,000,007 signs is left out; to have all" in data["text/plain"]


def test_a_value_is_whole_where_no_limit_is_set():
    manager, client = start_new_kernel(kernel_name="crosscountry", env={**os.environ, "CROSSCOUNTRY_OUTPUT_LIMIT": "0"})
    try:
        assert text(run(client, '"x".repeat(12_000_000)')[1]) == ["x" * 12_000_000]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


MAKE_JAR = r"""
Path folder = Files.createTempDirectory("exit");
Path source = folder.resolve("Leaver.java");
Files.writeString(source, "package away; public class Leaver { public static void leave() { System.exit(5); } }");
javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
Path jar = folder.resolve("leaver.jar");
try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar))) {
    out.putNextEntry(new java.util.jar.JarEntry("away/Leaver.class"));
    out.write(Files.readAllBytes(folder.resolve("away/Leaver.class")));
}
magic("%jars " + jar);
"""


def test_an_exit_in_the_code_of_an_added_jar_ends_the_cell_only(kernel):  # noqa: F811
    _, client = kernel
    assert run(client, MAKE_JAR)[0]["status"] == "ok"
    reply, _ = run(client, "away.Leaver.leave();")
    assert reply["status"] == "error" and reply["ename"] == "Exit" and "(5) ended the cell" in reply["evalue"], reply
    assert text(run(client, "40 + 2")[1]) == ["42"]


@pytest.mark.parametrize("restart", [False, True])
def test_a_busy_kernel_ends_and_restarts(restart):
    manager, client = start_new_kernel(kernel_name="crosscountry")
    try:
        begun(client, "while (true) {}")
        if restart:
            manager.restart_kernel(now=False)
            client.wait_for_ready(timeout=120)
            assert text(run(client, "40 + 2")[1]) == ["42"]
        else:
            process = manager.provisioner.process
            client.shutdown()
            process.wait(timeout=20)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
