"""The kernel as Jupyter's own test-suite and real clients see it."""
import os
import pathlib
import signal
import time

import jupyter_kernel_test
import pytest
import zmq
from jupyter_client.manager import start_new_kernel
from jupyter_client.session import Session


class TestProtocol(jupyter_kernel_test.KernelTests):
    kernel_name = "crosscountry"
    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("to stderr");'
    code_page_something = ""
    code_generate_error = "int[] none = {}; none[0]"
    code_execute_result = [{"code": "6 * 7", "result": "42"}, {"code": "int x = 2;\nx + 1", "result": "3"}]
    code_display_data = [
        {"code": 'display("some text");', "mime": "text/plain"},
        {"code": 'display(Tasks.graph("Simple"));', "mime": "image/svg+xml"},
        {"code": 'display(Tasks.graph("Simple"), "image/png");', "mime": "image/png"},
    ]
    completion_samples = [
        {"text": "Math.sq", "matches": {"sqrt("}},
        {"text": "%ti", "matches": {"%time", "%timeit"}},
    ]
    code_inspect_sample = "Math.sqrt"
    complete_code_samples = ["1 + 1", "int y = 3;", "for (int i = 0; i < 3; i++) {\n}", "%commands"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", "int twice(int a) {\n  return", "/* open"]
    invalid_code_samples = ["}", ")"]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = ""


@pytest.fixture
def kernel():
    manager, client = start_new_kernel(kernel_name="crosscountry")
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(client, code, **options):
    """Reply and the messages on iopub that belong to it, in order."""
    messages = []
    reply = client.execute_interactive(code, timeout=60, allow_stdin=False, output_hook=messages.append, **options)
    return reply["content"], messages


def text(messages, kind="execute_result"):
    return [message["content"]["data"]["text/plain"] for message in messages if message["msg_type"] == kind]


def test_an_error_names_line_and_column_in_the_cell(kernel):
    _, client = kernel
    reply, _ = run(client, "int a = 1;\nint b = a +\n    missing;")
    assert reply["status"] == "error"
    assert reply["evalue"] == "cannot find symbol (cell 1, line 3)"
    assert "3 |     missing;" in reply["traceback"][1] and "^^^^^^^" in reply["traceback"][1]


def test_an_exception_shows_the_users_frames_only(kernel):
    _, client = kernel
    reply, _ = run(client, "int f(int a) {\n    return 1 / a;\n}\nf(0)")
    shown = "\n".join(reply["traceback"])
    assert reply["ename"] == "java.lang.ArithmeticException"
    assert "\x1b[1m" in shown and "\x1b[1;31m" not in shown, "no red on the red of an error"
    assert "at f (cell 1, line 2)" in shown and "at cell 1, line 4" in shown
    assert "jdk.jshell" not in shown and "crosscountry" not in shown


def test_text_and_results_come_in_the_order_of_the_program(kernel):
    _, client = kernel
    _, messages = run(client, 'for (int i = 0; i < 3; i++) { System.out.println(i); display("d" + i); }\nSystem.err.print("e");\n"last"')
    kinds = [message["msg_type"] for message in messages if message["msg_type"] not in ("status", "execute_input")]
    assert kinds == ["stream", "display_data"] * 3 + ["stream", "execute_result"]


def test_a_hundred_thousand_lines_arrive_whole(kernel):
    _, client = kernel
    _, messages = run(client, "for (int i = 0; i < 100_000; i++) System.out.println(i);")
    printed = "".join(message["content"]["text"] for message in messages if message["msg_type"] == "stream")
    assert printed.split() == [str(i) for i in range(100_000)]


def test_a_display_is_replaced_under_its_id(kernel):
    _, client = kernel
    _, messages = run(client, 'var shown = display("before");\nshown.update("after");')
    first, second = (message for message in messages if "display" in message["msg_type"])
    assert second["msg_type"] == "update_display_data"
    assert first["content"]["transient"] == second["content"]["transient"]
    assert text([second], "update_display_data") == ["after"]


@pytest.mark.parametrize("how", ["message", "signal"])
@pytest.mark.parametrize("code", ["while (true) {}", "Thread.sleep(1_000_000);", "System.in.read()", "new Scanner(System.in).nextLine()",
                                  "Stream.iterate(1, i -> i + 1).forEach(i -> {});", "%time while (true) {}"])
def test_an_interrupt_ends_whatever_runs_and_keeps_the_variables(kernel, how, code):
    manager, client = kernel
    run(client, "int kept = 41;")
    request = client.execute(code, allow_stdin=True)
    while True:
        message = client.get_iopub_msg(timeout=30)
        if message["msg_type"] == "execute_input" and message["parent_header"]["msg_id"] == request:
            break
    time.sleep(0.5)
    if how == "message":
        message = client.session.msg("interrupt_request", {})
        client.control_channel.send(message)
        assert client.get_control_msg(timeout=10)["content"]["status"] == "ok"
    else:
        os.kill(manager.provisioner.process.pid, signal.SIGINT)
    reply = client.get_shell_msg(timeout=10)["content"]
    assert reply["status"] == "error" and reply["ename"] == "Interrupted", reply
    assert text(run(client, "kept + 1")[1]) == ["42"]


def test_cells_that_wait_behind_an_error_are_aborted(kernel):
    _, client = kernel
    run(client, "int ready = 1;")
    requests = [client.execute(code) for code in ("Thread.sleep(300); throw new Exception();", "1", "2")]
    replies = {}
    while len(replies) < 3:
        message = client.get_shell_msg(timeout=30)
        replies[message["parent_header"]["msg_id"]] = message["content"]["status"]
    assert [replies[request] for request in requests] == ["error", "aborted", "aborted"]
    assert run(client, "3")[0]["status"] == "ok"


def test_a_cell_sent_after_the_reply_to_one_that_failed_runs(kernel):
    _, client = kernel
    run(client, "int ready = 1;")
    for _ in range(100):
        client.execute("%no_such_command")
        assert client.get_shell_msg(timeout=30)["content"]["status"] == "error"
        client.execute("ready")
        assert client.get_shell_msg(timeout=30)["content"]["status"] == "ok"


@pytest.mark.parametrize("options, told", [("", True), ("--add-modules=jdk.incubator.vector", False)])
def test_batches_say_where_they_go_without_vector_registers(options, told):
    manager, client = start_new_kernel(kernel_name="crosscountry", env={**os.environ, "JDK_JAVA_OPTIONS": options})
    try:
        run(client, 'Graph simple = Tasks.graph("Simple");')
        reply, messages = run(client, "%jacobian simple --at 0.7,1.1 --time")
        assert reply["status"] == "ok", reply
        printed = "".join(message["content"]["text"] for message in messages if message["msg_type"] == "stream")
        assert "reverse mode" in printed and ("JDK_JAVA_OPTIONS" in printed) == told
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_input_is_asked_for_and_a_front_end_that_cannot_answer_is_an_error(kernel):
    _, client = kernel
    client.execute('input("name? ") + "!"', allow_stdin=True)
    asked = client.get_stdin_msg(timeout=30)["content"]
    assert asked == {"prompt": "name? ", "password": False}
    client.input("Ada")
    messages = []
    while not text(messages):
        messages.append(client.get_iopub_msg(timeout=30))
    assert text(messages) == ["Ada!"]
    client.get_shell_msg(timeout=30)
    reply, _ = run(client, 'input("name? ")')
    assert reply["status"] == "error" and "cannot be asked for input" in reply["evalue"]


def test_user_expressions_come_with_the_reply(kernel):
    _, client = kernel
    reply, _ = run(client, "int n = 6;", user_expressions={"good": "n * 7", "bad": "nowhere"})
    assert reply["user_expressions"]["good"]["data"]["text/plain"] == "42"
    assert reply["user_expressions"]["bad"]["status"] == "error"


def test_a_message_with_a_wrong_signature_is_not_obeyed(kernel):
    manager, client = kernel
    info = manager.get_connection_info()
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(f"tcp://{info['ip']}:{info['shell_port']}")
    forger = Session(key=b"not the key", username="forger")
    for _ in range(3):
        forger.send(socket, "execute_request", {"code": "System.setProperty(\"forged\", \"yes\");", "silent": False})
    assert not socket.poll(1000)
    assert text(run(client, 'String.valueOf(System.getProperty("forged"))')[1]) == ["null"]
    socket.close()


def test_malformed_messages_do_no_harm(kernel):
    manager, client = kernel
    info = manager.get_connection_info()
    for port in ("shell_port", "control_port", "stdin_port"):
        socket = zmq.Context.instance().socket(zmq.DEALER)
        socket.linger = 1000
        socket.connect(f"tcp://{info['ip']}:{info[port]}")
        for frames in ([b""], [b"<IDS|MSG>"], [b"<IDS|MSG>", b"", b"{", b"{", b"{", b"{"], [b"\xff" * 10_000] * 20):
            socket.send_multipart(frames)
        socket.close()
    assert text(run(client, "1 + 1")[1]) == ["2"]


def test_ipc_works_as_tcp_does(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    from jupyter_client.manager import KernelManager
    manager = KernelManager(kernel_name="crosscountry", transport="ipc", connection_file=str(tmp_path / "kernel.json"))
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        assert text(run(client, "20 + 1")[1]) == ["21"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_shutdown_ends_the_process_even_if_a_cell_left_threads_behind():
    manager, client = start_new_kernel(kernel_name="crosscountry")
    run(client, "new Thread(() -> { while (true) {} }).start();")
    process = manager.provisioner.process
    client.shutdown()
    assert client.get_control_msg(timeout=10)["content"] == {"status": "ok", "restart": False}
    process.wait(timeout=10)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_a_restart_gives_a_clean_session(kernel):
    manager, client = kernel
    run(client, "int gone = 1;")
    manager.restart_kernel(now=False)
    client.wait_for_ready(timeout=60)
    reply, _ = run(client, "gone")
    assert reply["status"] == "error"


def test_history_outlives_the_kernel(tmp_path):
    environment = {**os.environ, "CROSSCOUNTRY_HISTORY": str(tmp_path / "history.jsonl")}
    for code in ("int first = 1;", "int second = 2;"):
        manager, client = start_new_kernel(kernel_name="crosscountry", env=environment)
        run(client, code)
        client.history(hist_access_type="tail", n=10, raw=True, output=False)
        history = client.get_shell_msg(timeout=30)["content"]["history"]
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert history == [[1, 1, "int first = 1;"], [2, 1, "int second = 2;"]]
    assert len((tmp_path / "history.jsonl").read_text().splitlines()) == 2


def test_the_environment_of_ijava_is_honoured(tmp_path):
    script = tmp_path / "start.jsh"
    script.write_text("int fromFile = 20;")
    environment = {**os.environ, "IJAVA_STARTUP_SCRIPTS_PATH": str(script), "IJAVA_STARTUP_SCRIPT": "int fromText = 22;"}
    manager, client = start_new_kernel(kernel_name="crosscountry", env=environment)
    try:
        assert text(run(client, "fromFile + fromText")[1]) == ["42"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_a_command_that_is_unknown_or_asked_for_help_answers_in_words(kernel):
    _, client = kernel
    reply, _ = run(client, "%dance")
    assert reply["evalue"] == "there is no command %dance; %commands lists all"
    assert "%time CODE" in text(run(client, "%time?")[1])[0]
    listed = text(run(client, "%commands")[1])[0]
    assert all(name in listed for name in ("%commands", "%time"))


def test_a_dropped_message_is_noted_on_the_kernels_own_standard_error(tmp_path):
    with open(tmp_path / "stderr.txt", "wb") as console:
        manager, client = start_new_kernel(kernel_name="crosscountry", stderr=console)
        try:
            key = client.session.key
            client.session.key = b"not the key"
            client.execute("1 + 1")
            client.session.key = key
            assert text(run(client, "40 + 2")[1]) == ["42"]
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    noted = (tmp_path / "stderr.txt").read_text()
    assert "crosscountry: a message on shell was dropped: the signature does not fit the message" in noted


def test_a_cell_longer_than_the_limit_is_stopped_and_shorter_ones_are_not():
    manager, client = start_new_kernel(kernel_name="crosscountry", env={**os.environ, "IJAVA_TIMEOUT": "1500 milliseconds"})
    try:
        run(client, "int kept = 41;")
        reply, _ = run(client, "while (true) {}")
        assert reply["ename"] == "Timeout" and "1500 ms" in reply["evalue"]
        assert text(run(client, "kept + 1")[1]) == ["42"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@pytest.mark.parametrize("call", ["System.exit(3)", "Runtime.getRuntime().exit(3)", "Runtime.getRuntime().halt(3)", "Stream.of(3).forEach(System::exit)"])
def test_an_exit_ends_the_cell_and_not_the_kernel(kernel, call):
    _, client = kernel
    run(client, "int kept = 41;")
    reply, _ = run(client, f"try {{ {call}; }} catch (Exception e) {{ }}")
    assert reply["status"] == "error" and reply["ename"] == "Exit" and "(3) ended the cell" in reply["evalue"], reply
    assert text(run(client, "kept + 1")[1]) == ["42"]


def test_what_ends_a_thread_of_a_cell_is_shown(kernel):
    _, client = kernel
    _, messages = run(client, 'Thread worker = new Thread(() -> {\n    throw new IllegalStateException("on purpose");\n});\nworker.start();\nworker.join();')
    shown = "".join(message["content"]["text"] for message in messages if message["msg_type"] == "stream" and message["content"]["name"] == "stderr")
    assert "IllegalStateException" in shown and "on purpose" in shown and "at cell 1" in shown, shown


@pytest.mark.parametrize("code, error", [("int down(int n) { return down(n + 1) + 1; }\ndown(0)", "StackOverflowError"),
                                         ("List<long[]> hoard = new ArrayList<>(); while (true) hoard.add(new long[50_000_000]);", "OutOfMemoryError")])
def test_a_cell_that_uses_up_the_stack_or_the_memory_leaves_a_working_kernel(kernel, code, error):
    _, client = kernel
    reply, _ = run(client, code)
    assert reply["ename"] == f"java.lang.{error}", reply
    assert text(run(client, "40 + 2")[1]) == ["42"]


def test_a_call_that_no_interrupt_reaches_does_not_hold_up_the_reply(kernel):
    _, client = kernel
    run(client, "int kept = 41;")
    request = client.execute("new java.net.ServerSocket(0).accept()")
    while True:
        message = client.get_iopub_msg(timeout=30)
        if message["msg_type"] == "execute_input" and message["parent_header"]["msg_id"] == request:
            break
    time.sleep(0.5)
    client.control_channel.send(client.session.msg("interrupt_request", {}))
    assert client.get_shell_msg(timeout=10)["content"]["ename"] == "Interrupted"
    assert text(run(client, "kept + 1")[1]) == ["42"]


def test_the_kernel_ends_with_the_process_that_started_it(tmp_path):
    import subprocess
    import sys
    starter = ("import sys, time; from jupyter_client.manager import start_new_kernel\n"
               "manager, client = start_new_kernel(kernel_name='crosscountry')\n"
               "print(manager.provisioner.process.pid, flush=True); time.sleep(1000)")
    with subprocess.Popen([sys.executable, "-c", starter], stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
        for _ in range(300):
            state = pathlib.Path(f"/proc/{pid}/stat")
            if not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return
            time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("the kernel is still there")
