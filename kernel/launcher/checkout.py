"""What a checkout needs before it runs: the jars, an archive of their classes, a virtual environment. Each step returns at once when nothing changed."""
import os
import sys

import java

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORK = os.path.join(HOME, ".crosscountry")
LIB = os.path.join(WORK, "lib")
BUILT = os.path.join(LIB, ".built")
CLASSPATH = os.path.join(LIB, ".classpath")
VENV = os.path.join(WORK, "venv")
VENV_PYTHON = os.path.join(VENV, "bin", "python")
KERNEL = os.path.join(HOME, "kernel")
REQUIREMENTS = os.path.join(HOME, "requirements.txt")


class Failure(Exception):
    """A sentence for the user, and the exit status."""

    def __init__(self, sentence, status=1):
        super().__init__(sentence)
        self.status = status


def say(sentence):
    print(f"crosscountry: {sentence}", file=sys.stderr, flush=True)


def sources_changed():
    try:
        built = os.stat(BUILT).st_mtime_ns
    except OSError:
        return True
    poms = [os.path.join(HOME, pom) for pom in ("pom.xml", "src/pom.xml", "kernel/pom.xml")]
    return (any(os.stat(pom).st_mtime_ns > built for pom in poms)
            or any(newer(os.path.join(HOME, tree), built) for tree in ("src/main", "kernel/src/main")))


def newer(folder, built):
    """Whether the folder or anything below it changed after an instant."""
    if os.stat(folder).st_mtime_ns > built:
        return True
    with os.scandir(folder) as entries:
        for entry in entries:
            if newer(entry.path, built) if entry.is_dir() else entry.stat().st_mtime_ns > built:
                return True
    return False


def build():
    if not sources_changed():
        return
    import glob
    import shutil
    major, home = java.newest()
    need_maven()
    say(f"building with {home}")
    beside = f"{LIB}.next.{os.getpid()}"
    os.makedirs(beside)
    with open(os.path.join(beside, ".built"), "w", encoding="utf-8"):
        pass  # before the compiler starts: a file saved meanwhile counts as newer
    if maven(major, home, "-q", "-Dmaven.test.skip=true", "package", "dependency:copy-dependencies", "-DincludeScope=runtime",
             f"-DoutputDirectory={beside}", stdout=sys.stderr) != 0:
        shutil.rmtree(beside)
        raise Failure("the build failed; see the messages above")
    for jar in glob.glob(os.path.join(glob.escape(KERNEL), "target/crosscountry-kernel-*.jar")):
        shutil.copy(jar, beside)
    for jar in glob.glob(os.path.join(glob.escape(beside), "*-tests.jar")):
        os.unlink(jar)
    shutil.rmtree(LIB, ignore_errors=True)
    os.rename(beside, LIB)
    with open(CLASSPATH, "w", encoding="utf-8") as file:
        file.write(f'-cp "{os.pathsep.join(java.jars(LIB))}"\n')  # java @FILE


def need_maven():
    if java.on_path("mvn") is None:
        raise Failure("Maven is missing; install it, for instance: apt-get install maven")


def maven(major, home, *arguments, **options):
    """Runs Maven on a JDK, without the JVM's warnings about Maven's own libraries and without terminal codes; returns the exit status."""
    import subprocess
    options_of_jvm = " ".join([*java.access_flags(major), "-Djansi.noreset=true", os.environ.get("MAVEN_OPTS", "")]).strip()
    environment = {**os.environ, "JAVA_HOME": str(home), "MAVEN_OPTS": options_of_jvm}
    return subprocess.run(["mvn", "-B", "-Dstyle.color=never", *arguments], cwd=HOME, env=environment, stdin=subprocess.DEVNULL,
                          check=False, **options).returncode


def start_flags(major, home, name, rehearsal):
    """All flags of a start from an archive, which takes half off it; made here when the build or the JDK is new."""
    run = [java.program(home), *java.flags(major)]
    file = os.path.join(LIB, f"{name}-{java.digest([*run, *java.stamps(home)])}{java.archive_suffix(major)}")
    if not os.path.exists(file) and not os.path.exists(file + ".failed"):
        import archive
        say("preparing a fast start (once)")
        for old in os.listdir(LIB):
            if old.startswith(f"{name}-") and not old.endswith(".jar"):
                os.unlink(os.path.join(LIB, old))
        if not archive.make(file, [*run, f"@{CLASSPATH}"], rehearsal):
            with open(file + ".failed", "w", encoding="utf-8"):
                pass  # works without, and is not tried again
    return [*run[1:], *java.compiler_flags(name, KERNEL), *java.archive_flags(file, replay=name == "agent")]


def find_python():
    """A Python for virtual environments, as it is on the path; none of the project's own."""
    import subprocess
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python"):
        python = java.on_path(name)
        if python and subprocess.run([python, "-c", "import sys; sys.exit(sys.version_info < (3, 10))"], stderr=subprocess.DEVNULL,
                                     check=False).returncode == 0:
            return python
    raise Failure("no Python 3.10 or newer found; install it, for instance: apt-get install python3 python3-venv")


def has_environment(folder, requirements):
    """Whether a virtual environment has what a file asks for; with ours, that of the notebooks and tests."""
    try:
        with open(requirements, "rb") as wanted, open(os.path.join(folder, "requirements.installed"), "rb") as installed:
            return wanted.read() == installed.read()
    except OSError:
        return False


def make_environment(folder, requirements, sentence, what):
    if has_environment(folder, requirements):
        return
    import shutil
    import subprocess
    python = find_python()
    say(sentence)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(WORK, exist_ok=True)
    if subprocess.run([python, "-m", "venv", folder], stdout=sys.stderr, check=False).returncode != 0:
        shutil.rmtree(folder, ignore_errors=True)
        raise Failure("Python cannot make a virtual environment; install it, for instance: apt-get install python3-venv")
    if subprocess.run([os.path.join(folder, "bin", "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", requirements],
                      stdout=sys.stderr, check=False).returncode != 0:
        raise Failure(f"pip could not install {what}; see the messages above, then run the command again")
    shutil.copy(requirements, os.path.join(folder, "requirements.installed"))


def make_venv():
    make_environment(VENV, REQUIREMENTS, "making the virtual environment (once)", "the pinned packages")


def register(data):
    """Gives the kernel to the Jupyters that look into a data folder."""
    import subprocess
    major, home = java.newest()
    flags = start_flags(major, home, "kernel", [java.KERNEL, "--rehearse"])
    done = subprocess.run([VENV_PYTHON, os.path.join(KERNEL, "scripts/register_kernel.py"), data, "--template", os.path.join(KERNEL, "kernelspec"),
                           "--classpath", CLASSPATH, "--java", java.program(home), "--flags=" + "\n".join(flags)], check=False)
    if done.returncode != 0:
        raise Failure("the kernel could not be registered; see the messages above")


def set_up():
    os.makedirs(WORK, exist_ok=True)
    build()
    make_venv()
    register(os.path.join(VENV, "share/jupyter"))
