"""Which command is which, and those that run in Java. These are used in scripts: nothing slow is imported before it is needed."""
import os
import sys

import checkout
import java
from checkout import Failure

JAVA = ("tasks", "graph", "count", "jacobian", "search", "agent", "train", "repl")
OTHERS = {"lab": "jupyters", "run": "jupyters", "gallery": "jupyters", "install": "jupyters", "wheel": "jupyters",
          "doctor": "doctor", "test": "suite", "bench": "benchmarks", "experiment": "benchmarks"}
USAGE = f"usage: crosscountry {' | '.join([*OTHERS, *JAVA])}  (see README.md)"


def main(arguments):
    name, *rest = arguments or [""]
    try:
        if name in JAVA:
            run_java(arguments)
        elif name in OTHERS:
            sys.exit(getattr(__import__(OTHERS[name]), name)(rest))
        elif name in ("-h", "--help", "help"):
            print(USAGE)
        else:
            raise Failure(USAGE, 2)
    except (Failure, LookupError) as error:
        checkout.say(error.args[0])
        sys.exit(error.status if isinstance(error, Failure) else 1)
    except KeyboardInterrupt:
        sys.exit(130)  # as shells say it


def run_java(arguments):
    """The vector module keeps the JVM from archives, so only what computes Jacobians and nothing else gets it."""
    checkout.build()
    major, home = java.newest()
    main_class = [f"@{checkout.CLASSPATH}", java.CLI, *arguments]
    if arguments[0] == "jacobian" or arguments[0] == "search" and "runtime" in " ".join(arguments):
        without_incubator_warning()
        java.become([java.program(home), *java.flags(major), *java.vector_flags(home), *main_class])
    name, rehearsal = "cli", ["agent", "RoeFlux_1d", "--simulations", "0", "--json"]
    if arguments[0] == "repl":
        name, rehearsal = "repl", ["repl", "--script", os.path.join(checkout.HOME, "kernel/scripts/rehearsal.jsh")]
    elif arguments[0] == "agent" and plays_one_game(arguments):
        name, rehearsal = "agent", ["agent", "RoeFlux_3d", "--simulations", "0", "--json"]
    java.become([java.program(home), *checkout.start_flags(major, home, name, [java.CLI, *rehearsal]), *main_class])


def plays_one_game(arguments):
    return "--simulations=0" in arguments or ("--simulations", "0") in zip(arguments, arguments[1:])


def without_incubator_warning():
    """The JVM's word about the vector module cannot be switched off."""
    if not hasattr(os, "fork"):
        return
    import signal
    reader, writer = os.pipe()
    if os.fork() == 0:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.dup2(reader, 0)
        os.dup2(2, 1)
        os.closerange(3, writer + 1)
        os.execvp("grep", ["grep", "--line-buffered", "-v", "^WARNING: Using incubator modules"])
    os.dup2(writer, 2)
    os.closerange(reader, writer + 1)
