"""The terminal: pipes, scripts, and a person at the keyboard."""
import json
import os
import subprocess
import time

import pexpect
from conftest import HOME


def repl(text, *arguments, **environment):
    return subprocess.run([HOME / "crosscountry", "repl", *arguments], input=text, capture_output=True, text=True, timeout=120,
                          env={**os.environ, **environment})


def test_repl_runs_a_pipe_cell_by_cell():
    result = repl("""int six = 6;
for (int i = 0; i < 2; i++) {
    System.out.println("line " + i);
}
six * 7
%%graph twice
double twice(double x) {
    return 2 * x;
}

%order twice
""")
    assert result.returncode == 0 and "WARNING" not in result.stderr, result.stderr
    assert result.stdout.splitlines()[:3] == ["line 0", "line 1", "42"]
    assert "\n 1 ⟦1 ×←x⟧\n" in result.stdout and "markowitz" in result.stdout


def test_repl_ends_at_a_mistake_and_names_its_line():
    result = repl("int a = 1;\na + missing\n3 + 4\n")
    assert result.returncode == 1
    assert "cannot find symbol (input 2, line 1)" in result.stderr
    assert "7" not in result.stdout


def test_repl_runs_a_script(tmp_path):
    script = tmp_path / "a.jsh"
    script.write_text("int b = 20;\nb + 1\n")
    assert repl("", "--script", script).stdout == "21\n"
    missing = repl("", "--script", tmp_path / "none.jsh")
    assert missing.returncode == 1 and "cannot be read" in missing.stderr


def test_a_person_types_completes_and_interrupts(tmp_path):
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "TERM": "xterm"}
    terminal = pexpect.spawn(str(HOME / "crosscountry"), ["repl"], encoding="utf-8", timeout=60, dimensions=(40, 120), env=environment)
    terminal.expect("java> ")
    terminal.sendline("for (int i = 0; i < 2; i++) {")
    terminal.expect(r"\.\.\.")  # the cell goes on
    terminal.sendline('System.out.println("line " + i);')
    terminal.sendline("}")
    terminal.expect("line 1")
    terminal.expect("java> ")
    terminal.send("Math.sq\t")
    terminal.expect(r"sqrt\(")
    assert "WARNING" not in terminal.before, terminal.before
    terminal.send("2)\r")
    terminal.expect("1.414")
    terminal.expect("java> ")
    terminal.sendline("while (true) {}")
    time.sleep(1)
    terminal.sendintr()
    terminal.expect("interrupted")
    terminal.expect("java> ")
    terminal.sendline("%order Simple")
    terminal.expect("reverse")
    terminal.expect("java> ")
    terminal.sendeof()
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert "%order Simple" in (tmp_path / "crosscountry/repl_history").read_text()


def test_pictures_are_made_of_characters_and_open_in_a_browser(tmp_path):
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\ncp "$1" {seen}\n')
    browser.chmod(0o755)
    result = repl(':open\n')
    assert result.returncode == 1 and "there is no picture yet" in result.stderr
    result = repl('Tasks.graph("Simple")\n:open\n%search Helmholtz --seconds 1\n%jacobian Simple --at 0.7,1.1\n', BROWSER=str(browser))
    assert result.returncode == 0, result.stderr
    assert " 2 [2 sin←1]" in result.stdout
    assert "┤" in result.stdout and any("\u2801" <= letter <= "\u28ff" for letter in result.stdout)
    assert "y1 +██" in result.stdout
    assert "opened " in result.stdout
    deadline = time.monotonic() + 30
    while not seen.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert "<svg" in seen.read_text()


CELLS = """// %% first
int a = 1;
// %% [markdown]
// words
// %%
// %%graph f
static double f(double x) {
    return x * Math.sin(x);
}
// %% the last
%order f
a + missing
// %%
System.out.println("never");
"""


def test_repl_runs_the_cells_of_a_script_and_names_the_one_that_fails(tmp_path):
    script = tmp_path / "cells.java"
    script.write_text(CELLS)
    result = repl("", "--script", script)
    assert result.returncode == 3, result.stderr
    assert "markowitz" in result.stdout and "never" not in result.stdout
    assert "cannot find symbol (cells.java, line 12)" in result.stderr
    assert "crosscountry: cell 3 \"the last\" of cells.java failed; it begins at line 11" in result.stderr
    script.write_text(CELLS.replace("missing", "1"))
    result = repl("", "--script", script)
    assert result.returncode == 0 and result.stdout.endswith("2\nnever\n"), result.stderr


def test_run_takes_a_script_and_makes_a_notebook_of_it(crosscountry, tmp_path):
    script = tmp_path / "cells.java"
    script.write_text(CELLS)
    out = tmp_path / "out.ipynb"
    result = crosscountry("run", script, "--out", out)
    assert result.returncode == 3
    assert "cell 3" in result.stderr and "it begins at line 11" in result.stderr and "missing" in result.stderr
    cells = json.loads(out.read_text())["cells"]
    assert [cell["cell_type"] for cell in cells] == ["code", "markdown", "code", "code", "code"]
    assert any("image/svg+xml" in output.get("data", {}) for output in cells[2]["outputs"])
    assert cells[3]["outputs"][-1]["output_type"] == "error" and cells[4]["outputs"] == []
    script.write_text(CELLS.replace("missing", "1"))
    assert crosscountry("run", script).returncode == 0
