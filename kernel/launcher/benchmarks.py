"""Measurements: JMH, JAX and other kernels beside ours; and programs of src/experiments."""
import os
import sys

import checkout
import java
from checkout import HOME, KERNEL, VENV, WORK, Failure


def bench(arguments):
    """Every JMH benchmark, or those whose names match; ``jacobian``: against JAX; ``kernel``: our kernel beside others."""
    if arguments[:1] == ["kernel"]:
        kernels(arguments[1:])
    elif arguments[:1] == ["jacobian"]:
        jax = os.path.join(WORK, "jax")
        command = test_java()
        checkout.make_environment(jax, os.path.join(HOME, "src/jmh/python/requirements.txt"), "setting up JAX (once)", "JAX")
        java.become([*command, "crosscountry.jacobian.AgainstJax", os.path.join(jax, "bin/python"),
                     os.path.join(HOME, "src/jmh/python/jax_worker.py"), os.path.join(WORK, "bench"), *arguments[1:]])
    else:
        java.become([*test_java(), "org.openjdk.jmh.Main", *arguments])


def experiment(arguments):
    """A program of src/experiments, named without its first package, as in ``training.TrainScore``."""
    if not arguments:
        raise Failure("usage: crosscountry experiment NAME [ARGUMENT...]  (the programs under src/experiments)", 2)
    source = os.path.join(HOME, "src/experiments/java/crosscountry", arguments[0].replace(".", os.sep) + ".java")
    if not os.path.exists(source):
        raise Failure(f"there is no experiment {arguments[0]}; src/experiments has them, such as training.TrainScore")
    java.become([*test_java(), f"crosscountry.{arguments[0]}", *arguments[1:]])


def test_java():
    """Java with the engine, its tests, benchmarks and experiments on the class path."""
    checkout.need_maven()
    major, home = java.newest()
    os.makedirs(WORK, exist_ok=True)
    libraries = os.path.join(WORK, "bench.classpath")
    if checkout.maven(major, home, "-q", "-pl", "src", "test-compile", "dependency:build-classpath", f"-Dmdep.outputFile={libraries}",
                      stdout=sys.stderr) != 0:
        raise Failure("the build failed; see the messages above")
    with open(libraries, encoding="utf-8") as file:
        classpath = os.pathsep.join([f"{HOME}/src/target/test-classes", f"{HOME}/src/target/classes", file.read().strip()])
    return [java.program(home), *java.access_flags(major), *java.vector_flags(home), "-cp", classpath]


def kernels(arguments):
    """Our kernel, JJava and ipykernel side by side, in a virtual environment of their own."""
    _, home = java.newest()
    checkout.set_up()
    folder = os.path.join(WORK, "bench")
    checkout.make_environment(folder, os.path.join(KERNEL, "scripts/bench_requirements.txt"), "setting up other kernels (once)",
                              "the kernels to compare with")
    # JJava 1.0a8 does not answer on Java 25: it gets the oldest JDK that is there
    os.environ.update(JJAVA_JDK=str(java.jdks()[-1][1]), PATH=f"{home}/bin{os.pathsep}{os.environ['PATH']}", JUPYTER_PATH=f"{VENV}/share/jupyter")
    java.become([os.path.join(folder, "bin/python"), os.path.join(KERNEL, "scripts/bench_kernel.py"), *arguments])
