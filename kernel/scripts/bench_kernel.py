"""Times kernels side by side, as a front end feels them, and prints a table: medians, in alternating runs."""
import argparse
import importlib.metadata
import os
import queue
import statistics
import subprocess
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

LIMIT = 60  # seconds after which a question counts as not answered
LINES = 100_000
JAVA = {
    "sum": "1 + 1",
    "complete": "Math.sq",
    "whole": "for (int i = 0; i < 3; i++) {",
    "lines": f"for (int i = 0; i < {LINES}; i++) System.out.println(i);",
    "large": '"x".repeat(50_000_000)',
    "endless": "while (true) {}",
}
PYTHON = {
    "sum": "1 + 1",
    "complete": "import math; math.sq",
    "whole": "for i in range(3):",
    "lines": f"for i in range({LINES}): print(i)",
    "large": '"x" * 50_000_000',
    "endless": "while True: pass",
}
KERNELS = {"crosscountry": ("Crosscountry", JAVA), "java": ("JJava", JAVA), "python3": ("ipykernel", PYTHON)}
ROWS = ["cold start to first result, ms", "1 + 1, ms", "completion, ms", "is_complete, ms", "100,000 printed lines, s",
        "50 MB result, s", "1 + 1 right after it, ms", "interrupt of an endless loop to the reply, ms", "restart to first result, ms",
        "shutdown to the end of the process, ms", "processor time to first result, ms", "idle memory (RSS), MB", "memory after the printed lines, MB"]


class Kernel:
    """One running kernel; the clock starts before its process does."""

    def __init__(self, name, code):
        self.code = code
        start = time.perf_counter()
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel(env=environment(name))
        self.client = self.manager.client()
        self.client.start_channels()
        try:
            self.reply(self.client.execute(code["sum"]))
            self.cold = time.perf_counter() - start
            self.work = self.processor_time()
            self.client.wait_for_ready(timeout=LIMIT)
        except BaseException:
            self.close()
            raise

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def reply(self, request):
        while True:
            message = self.client.get_shell_msg(timeout=LIMIT)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def run(self, code):
        """Seconds until reply and idle are both here, and all that was printed."""
        start = time.perf_counter()
        request = self.client.execute(code)
        printed = []
        while True:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "stream":
                printed.append(message["content"]["text"])
            elif message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
            if time.perf_counter() - start > LIMIT:
                raise queue.Empty
        self.reply(request)
        return time.perf_counter() - start, "".join(printed)

    def asked(self, question):
        start = time.perf_counter()
        self.reply(question())
        return time.perf_counter() - start

    def median(self, count, question):
        for _ in range(count // 2):
            question()
        return 1000 * statistics.median(question() for _ in range(count))

    def processor_time(self):
        times = psutil.Process(self.manager.provisioner.process.pid).cpu_times()
        return times.user + times.system

    def interrupt(self):
        """Seconds from the request to the reply of the cell that it ends."""
        request = self.client.execute(self.code["endless"])
        while True:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message["parent_header"].get("msg_id") == request and message["msg_type"] == "execute_input":
                break
        time.sleep(0.5)
        start = time.perf_counter()
        self.manager.interrupt_kernel()
        self.reply(request)
        return time.perf_counter() - start

    def restart(self):
        start = time.perf_counter()
        self.manager.restart_kernel(now=False)
        self.reply(self.client.execute(self.code["sum"]))
        return time.perf_counter() - start

    def shutdown(self):
        process = self.manager.provisioner.process
        start = time.perf_counter()
        self.client.shutdown()
        process.wait(timeout=LIMIT)
        return time.perf_counter() - start

    def memory(self):
        """The kernel's process and its children."""
        process = psutil.Process(self.manager.provisioner.process.pid)
        return sum(one.memory_info().rss for one in [process, *process.children(recursive=True)]) / 2**20


def environment(name):
    """JJava's own Java comes first on the path, for it answers nothing on the newest."""
    own = os.environ.get("JJAVA_JDK")
    return {**os.environ, "PATH": f"{own}/bin{os.pathsep}{os.environ['PATH']}"} if name == "java" and own else dict(os.environ)


def measure(name, code, count):
    kernel = Kernel(name, code)
    try:
        found = {"cold start to first result, ms": 1000 * kernel.cold, "processor time to first result, ms": 1000 * kernel.work}
        time.sleep(3)
        found["idle memory (RSS), MB"] = kernel.memory()
        found["1 + 1, ms"] = kernel.median(count, lambda: kernel.run(code["sum"])[0])
        found["completion, ms"] = kernel.median(count, lambda: kernel.asked(lambda: kernel.client.complete(code["complete"])))
        found["is_complete, ms"] = kernel.median(count, lambda: kernel.asked(lambda: kernel.client.is_complete(code["whole"])))
        found["50 MB result, s"] = kernel.run(code["large"])[0]
        found["1 + 1 right after it, ms"] = 1000 * kernel.run(code["sum"])[0]
        seconds, printed = kernel.run(code["lines"])
        lost = LINES - sum(line == str(i) for i, line in enumerate(printed.split()))
        found["100,000 printed lines, s"] = seconds
        found["memory after the printed lines, MB"] = kernel.memory()
        found["interrupt of an endless loop to the reply, ms"] = 1000 * kernel.interrupt()
        found["restart to first result, ms"] = 1000 * kernel.restart()
        found["shutdown to the end of the process, ms"] = 1000 * kernel.shutdown()
        if lost:
            print(f"{name}: {lost} of {LINES} lines did not arrive in order", file=sys.stderr)
    except (queue.Empty, subprocess.TimeoutExpired):
        print(f"{name}: no answer within {LIMIT} s; what follows is left out", file=sys.stderr)
    finally:
        kernel.close()
    return found


def main():
    parser = argparse.ArgumentParser(prog="crosscountry bench kernel")
    parser.add_argument("--rounds", type=int, default=5, help="how often each kernel is started")
    parser.add_argument("--count", type=int, default=30, help="how often each question is asked in a round")
    parser.add_argument("--only", nargs="*", choices=KERNELS, default=list(KERNELS))
    options = parser.parse_args()
    rounds = {name: [] for name in options.only}
    for number in range(options.rounds):
        for name in options.only:
            rounds[name].append(measure(name, KERNELS[name][1], options.count))
            print(f"round {number + 1}: {KERNELS[name][0]} done", file=sys.stderr)
    versions = {"crosscountry": "", "java": " " + importlib.metadata.version("jjava"), "python3": " " + importlib.metadata.version("ipykernel")}
    print("| | " + " | ".join(KERNELS[name][0] + versions[name] for name in options.only) + " |")
    print("|---|" + "---|" * len(options.only))
    for row in ROWS:
        print(f"| {row} | " + " | ".join(cell([one[row] for one in rounds[name] if row in one]) for name in options.only) + " |")


def cell(values):
    if not values:
        return f"not in {LIMIT} s"
    middle = statistics.median(values)
    return f"{middle:.0f}" if middle >= 100 else f"{middle:.1f}" if middle >= 3 else f"{middle:.2f}"


main()
