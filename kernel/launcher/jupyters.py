"""Commands that need the virtual environment: Jupyter, notebooks without a browser, registration, the wheel."""
import glob
import os
import shutil
import subprocess
import sys

import checkout
import java
from checkout import HOME, KERNEL, LIB, VENV, VENV_PYTHON, WORK, Failure


def script(name, *arguments):
    java.become([VENV_PYTHON, os.path.join(KERNEL, "scripts", name), *arguments])


def lab(arguments):
    checkout.set_up()
    if not any(argument.startswith("--notebook-dir") for argument in arguments):  # Jupyter takes it once only
        arguments = [f"--notebook-dir={HOME}/notebooks", *arguments]
    java.become([os.path.join(VENV, "bin/jupyter"), "lab", *arguments])


def run(arguments):
    if not arguments:
        raise Failure("usage: crosscountry run NOTEBOOK|SCRIPT [--out FILE]", 2)
    checkout.set_up()
    script("run_notebook.py", *arguments)


def gallery(arguments):
    """Every notebook, or those named, executed and as a page, behind one page that leads to them."""
    out = os.path.join(WORK, "gallery")
    if arguments[:1] == ["--out"]:
        if len(arguments) < 2 or not arguments[1]:
            raise Failure("usage: crosscountry gallery [--out DIR] [NOTEBOOK...]", 2)
        out, arguments = arguments[1], arguments[2:]
    checkout.set_up()
    script("gallery.py", "--out", out, *(arguments or sorted(glob.glob(os.path.join(glob.escape(HOME), "notebooks/*.ipynb")))))


def install(arguments):
    """Where a Jupyter looks for kernels: a prefix, this user's folder, or the environment of the Python on the path."""
    match arguments:
        case [] | ["--user"]:
            checkout.set_up()
            data = output(VENV_PYTHON, "from jupyter_core.paths import jupyter_data_dir; print(jupyter_data_dir())")
        case ["--sys-prefix"]:
            python = checkout.find_python()
            checkout.set_up()
            data = os.path.join(output(python, "import sys; print(sys.prefix)"), "share/jupyter")
        case ["--prefix", prefix] if prefix:
            checkout.set_up()
            data = os.path.join(prefix, "share/jupyter")
        case _:
            raise Failure("usage: crosscountry install [--user | --sys-prefix | --prefix P]", 2)
    checkout.register(data)
    checkout.say(f"the kernel is registered in {data}/kernels/crosscountry")


def output(python, code):
    return subprocess.run([python, "-c", code], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def wheel(arguments):
    """A wheel with everything in it: pip install of it gives the kernel to any Jupyter on a machine with a JDK."""
    match arguments:
        case []:
            out = os.path.join(WORK, "dist")
        case ["--out", out] if out:
            pass
        case _:
            raise Failure("usage: crosscountry wheel [--out DIR]", 2)
    checkout.build()
    checkout.make_venv()
    stage = os.path.join(WORK, "wheel")
    subprocess.run([VENV_PYTHON, os.path.join(KERNEL, "scripts/stage_wheel.py"), stage, "--package", os.path.join(KERNEL, "wheel"),
                    "--template", os.path.join(KERNEL, "kernelspec"), "--lib", LIB, "--compilers", os.path.join(KERNEL, "compilers.json")], check=True)
    if subprocess.run([VENV_PYTHON, "-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps", "-w", out, stage],
                      stdout=sys.stderr, check=False).returncode != 0:
        raise Failure("the wheel could not be built; see the messages above")
    shutil.rmtree(stage)
    newest = max(glob.glob(os.path.join(glob.escape(out), "crosscountry_kernel-*.whl")), key=os.path.getmtime)
    checkout.say(f"pip install {newest}")
