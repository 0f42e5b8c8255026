"""What the machine has, and how to install what is missing."""
import os
import subprocess

import checkout
import java
from checkout import VENV, Failure

# machine code comes from Maven for these platforms only; everything else is Java
PLATFORMS = ("Linux x86_64", "Linux aarch64", "Darwin arm64")
CHECKS = (
    ("import venv, ensurepip", "Python's venv is missing; install it, for instance: apt-get install python3-venv"),
    ('import socket; s = socket.socket(); s.bind(("127.0.0.1", 0))', "no port can be opened on 127.0.0.1; allow local connections"),
)


def doctor(_):
    missing = []
    for major, home in java.jdks():
        print(f"Java {major}: {home}")
    for sentence in java.unfit():
        print(sentence)
    try:
        major, home = java.newest()
        if not os.path.exists(os.path.join(home, "lib/src.zip")):
            print(f"Sources: {home} has no lib/src.zip, so inspection shows no comments of the JDK's own classes; "
                  f"install them, for instance: apt-get install openjdk-{major}-source")
    except LookupError as error:
        missing.append(str(error))
    try:
        checkout.need_maven()
        print(f"Maven: {java.on_path('mvn')}")
    except Failure as error:
        missing.append(str(error))
    try:
        python = checkout.find_python()
        print("Python:", answer(python, "--version"))
        missing += [sentence for code, sentence in CHECKS if answer(python, "-c", code + "; print(1)") != "1"]
    except Failure as error:
        missing.append(str(error))
    print("Chromium (for the browser's tests only):", find_chromium() or "missing; install it, for instance: apt-get install chromium")
    print("Build:", "will be made by the next command" if checkout.sources_changed() else "up to date")
    ready = checkout.has_environment(VENV, checkout.REQUIREMENTS)
    print("JupyterLab:", answer(os.path.join(VENV, "bin/jupyter"), "lab", "--version") if ready else "will be set up by the next command")
    jupyters()
    platform = f"{answer('uname', '-s')} {answer('uname', '-m')}"
    print(f"Platform: {platform}" if platform in PLATFORMS or platform.startswith(("MINGW", "MSYS")) and platform.endswith("x86_64") else
          f"Platform: {platform} has no libraries of machine code: graphs, orders, search and Jacobians work, "
          "training networks and ND4J arrays do not", flush=True)
    for sentence in missing:
        checkout.say(sentence)
    return int(bool(missing))


def answer(*command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def find_chromium():
    return java.on_path("chromium") or java.on_path("chromium-browser") or java.on_path("google-chrome")


def jupyters():
    """Those besides the project's own: which of them know the kernel, and which one a plain "jupyter" is."""
    others = [jupyter for jupyter in dict.fromkeys(java.all_on_path("jupyter")) if not jupyter.startswith(VENV + os.sep)]
    for jupyter in others:
        known = any(line.split()[:1] == ["crosscountry"] for line in answer(jupyter, "kernelspec", "list").splitlines())
        print(f"Jupyter: {jupyter}, the kernel is", "registered there" if known else
              "not registered there; ./crosscountry install gives it to all Jupyters of this user, "
              "./crosscountry install --prefix P to the one under P")
    if len(others) > 1:
        print(f'Several Jupyters are on the path: plain "jupyter" is {others[0]}; ./crosscountry lab uses the project\'s own')
