"""Whatever is thrown, from wherever: it is that cell's failure, the next cell runs, and interrupts reach it."""
import os
import time

import pytest
from jupyter_client.manager import start_new_kernel
from test_kernel import kernel, run, text  # noqa: F401  (kernel is a fixture)
from test_stuck import begun, interrupt, reply_to

HELPER = "%%graph f\nclass K { static final double[] C = {2, 3}; }\nstatic double f(double x) { return K.C[0] * x; }"

CELLS = {
    "a class that is not there": ('throw new NoClassDefFoundError("gone/Away");', "java.lang.NoClassDefFoundError"),
    "a static initialiser that a trace comes to": (
        "%%graph g\nclass Bad { static final double[] C = {1 / (int) Math.floor(0.5)}; }\nstatic double g(double x) { return Bad.C[0] * x; }", None),
    "a stack that is full": ("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)", "java.lang.StackOverflowError"),
    "a memory that is full": ("List<long[]> all = new ArrayList<>();\nwhile (true) all.add(new long[Integer.MAX_VALUE - 8]);", "java.lang.OutOfMemoryError"),
    "an end of the thread": ("throw new ThreadDeath();", "java.lang.ThreadDeath"),
    "a message that fills the stack": ('throw new Error() { public String getMessage() { return "again " + getMessage(); } };', None),
    "causes in a ring": ('RuntimeException one = new RuntimeException("one");\none.initCause(new RuntimeException("two", one));\nthrow one;', "java.lang.RuntimeException"),
    "code too deep for the compiler": ("int deeper = " + "(" * 20000 + "1" + ")" * 20000 + ";", None),
}


def alive(client):
    assert text(run(client, "1 + 1")[1]) == ["2"]
    assert client.kernel_info(reply=True, timeout=30)["content"]["status"] == "ok"


def test_the_kernel_outlives_whatever_a_cell_throws(kernel):  # noqa: F811
    _, client = kernel
    assert run(client, HELPER)[0]["status"] == "ok", "the first cell of a fresh kernel"
    for what, (code, kind) in CELLS.items():
        reply, messages = run(client, code)
        assert reply["status"] == "error" and reply["traceback"], what
        assert kind is None or reply["ename"] == kind, (what, reply)
        assert [message["msg_type"] for message in messages].count("error") == 1, what
        alive(client)


BROKEN = "class Broken {\n    public String toString() { throw new ExceptionInInitializerError(\"on purpose\"); }\n    public int hashCode() { return hashCode() + 1; }\n}\n"


def test_the_kernel_outlives_what_a_value_throws_while_it_is_shown_described_or_looked_up(kernel):  # noqa: F811
    _, client = kernel
    assert "cannot be shown: java.lang.ExceptionInInitializerError" in text(run(client, BROKEN + "Broken broken = new Broken();\nbroken")[1])[0]
    assert "cannot be shown" in text(run(client, "display(broken);")[1], "display_data")[0]
    run(client, 'var place = display("first");')
    assert "cannot be shown" in text(run(client, "place.update(broken);")[1], "update_display_data")[0]
    assert run(client, "new HashSet<>(List.of(broken))")[0]["ename"] == "java.lang.StackOverflowError"
    assert "its toString fails" in client.inspect("broken", 6, reply=True, timeout=60)["content"]["data"]["text/plain"]
    assert "cannot be shown" in run(client, "1", user_expressions={"it": "broken"})[0]["user_expressions"]["it"]["data"]["text/plain"]
    assert run(client, "crosscountry.kernel.display.MimeBundle.of(Map.of(\"application/json\", new Object() { public int getN() { throw new NoClassDefFoundError(); } }))")[0]["status"] == "error"
    alive(client)


COMMAND = r'''
Path folder = Files.createTempDirectory("strike");
Path source = folder.resolve("Strike.java");
Files.writeString(source, """
    package strike;
    public class Strike implements crosscountry.kernel.command.Command, crosscountry.kernel.display.Renderer {
        public String name() { return "strike"; }
        public String synopsis() { return "%strike WORD"; }
        public String help() { return "strike"; }
        public Object run(crosscountry.kernel.command.CommandContext context, String line, String body) { throw new LinkageError("run"); }
        public java.util.List<String> complete(crosscountry.kernel.command.CommandContext context, String arguments) { throw new VerifyError("completion"); }
        public boolean accepts(Object value) { if (value instanceof Thread) throw new LinkageError("renderer"); return false; }
        public crosscountry.kernel.display.MimeBundle render(Object value) { return null; }
    }
    """);
javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), source.toString());
Path services = Files.createDirectories(folder.resolve("META-INF/services"));
for (String service : List.of("command.Command", "display.Renderer")) Files.writeString(services.resolve("crosscountry.kernel." + service), "strike.Strike");
magic("%classpath " + folder);
'''


def test_the_kernel_outlives_commands_renderers_and_completion_that_throw_errors(kernel):  # noqa: F811
    _, client = kernel
    assert run(client, COMMAND)[0]["status"] == "ok"
    assert run(client, "%strike now")[0]["evalue"] == "run"
    alive(client)
    completion = client.complete("%strike n", 9, reply=True, timeout=60)["content"]
    assert completion["status"] == "error" and "completion" in completion["evalue"]
    assert "cannot be shown: java.lang.LinkageError: renderer" in text(run(client, "Thread.currentThread()")[1])[0]
    alive(client)


@pytest.mark.parametrize("code", [
    "%%graph f\nclass Slow { static double c; static { while (c >= 0) c++; } }\nstatic double f(double x) { return Slow.c * x; }",
    "throw new RuntimeException() { public String getMessage() { while (true) {} } };",
])
def test_an_interrupt_ends_code_that_runs_outside_of_the_cells_own_lines(kernel, code):  # noqa: F811
    _, client = kernel
    request = begun(client, code)
    time.sleep(1)
    interrupt(client)
    assert reply_to(client, request)["ename"] == "Interrupted"
    alive(client)


def test_a_cell_lets_go_of_variables_that_have_filled_the_memory():
    manager, client = start_new_kernel(kernel_name="crosscountry", env={**os.environ, "JDK_JAVA_OPTIONS": "-Xmx300m"})
    try:
        assert run(client, "List<byte[]> all = new ArrayList<>();")[0]["status"] == "ok"
        assert run(client, "while (true) all.add(new byte[1 << 10]);")[0]["ename"] == "java.lang.OutOfMemoryError"
        assert int(text(run(client, "all.size()")[1])[0]) > 100_000
        assert run(client, "all = null;")[0]["status"] == "ok"
        alive(client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_the_kernel_outlives_a_page_whose_listener_throws_an_error(kernel):  # noqa: F811
    _, client = kernel
    assert run(client, 'onComm("fails", (comm, data) -> { throw new NoClassDefFoundError("gone/Away"); });')[0]["status"] == "ok"
    for attempt in ("c1", "c2"):
        client.shell_channel.send(client.session.msg("comm_open", {"comm_id": attempt, "target_name": "fails", "data": {}}))
        said = ""
        while "a listener of the page failed: java.lang.NoClassDefFoundError: gone/Away" not in said:
            message = client.get_iopub_msg(timeout=60)
            said = message["content"].get("text", "")
    alive(client)
