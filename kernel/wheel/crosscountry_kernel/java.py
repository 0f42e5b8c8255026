"""
Finds a JDK and knows the flags of its JVM: for the launcher of a checkout and for the wheel. Commands of a fraction of a second pass
through here, so nothing but os and sys is imported before it is needed.
"""
import os
import sys

OLDEST = 17
USUAL = (("/usr/lib/jvm", ""), ("/opt/java", ""), ("~/.sdkman/candidates/java", ""), ("~/.jdks", ""),
         ("/Library/Java/JavaVirtualMachines", "Contents/Home"), ("C:/Program Files/Java", ""), ("C:/Program Files/Eclipse Adoptium", ""))
ADVICE = f"install a JDK, {OLDEST} or newer, for instance: apt-get install openjdk-17-jdk-headless, conda install openjdk, or set JAVA_HOME"
EXE = ".exe" if os.name == "nt" else ""
KERNEL = "crosscountry.kernel.KernelMain"
CLI = "crosscountry.kernel.cli.Main"


# ---- JDKs ----

def newest():
    """The newest JDK found, as (major, home); a LookupError says what was found instead and what to do."""
    found = jdks()
    if not found:
        raise LookupError("; ".join([*unfit(), ADVICE] if unfit() else ["no Java was found", ADVICE]))
    return found[0]


def jdks():
    """Every JDK that is new enough, the newest first; of two of one version the one that was named first."""
    return sorted(((major, home) for major, home in javas() if major >= OLDEST and is_jdk(home)), key=lambda one: -one[0])


def unfit():
    """Why the others are none: a sentence a Java."""
    return [f"Java {major} in {home} is too old" if is_jdk(home) else f"Java {major} in {home} is a runtime without a compiler (JRE)"
            for major, home in javas() if major < OLDEST or not is_jdk(home)]


def javas():
    return [(major, home) for home in candidates() if (major := version(home)) is not None]


def is_jdk(home):
    return os.path.exists(os.path.join(home, "bin", "javac" + EXE))


def candidates():
    conda = os.environ.get("CONDA_PREFIX") or "/nowhere"
    folders = [os.environ.get("JAVA_HOME"), conda, os.path.join(conda, "lib", "jvm"), sys.prefix, os.path.join(sys.prefix, "lib", "jvm")]
    folders += [os.path.dirname(os.path.dirname(os.path.realpath(tool))) for name in ("javac", "java") if (tool := on_path(name))]
    for place, below in USUAL:
        try:
            place = os.path.expanduser(place)
            folders += [os.path.join(place, name, below) for name in sorted(os.listdir(place))]
        except OSError:
            pass
    unique = dict.fromkeys(os.path.realpath(folder) for folder in folders if folder)
    return [home for home in unique if os.path.exists(program(home))]


def program(home):
    return os.path.join(home, "bin", "java" + EXE)


def on_path(name):
    return next(iter(all_on_path(name)), None)


def all_on_path(name):
    files = [os.path.join(folder, name + EXE) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    return [file for file in files if os.path.isfile(file) and os.access(file, os.X_OK)]


def version(home):
    """The major version, from the release file, which needs no JVM; some builds lack it."""
    _, _, text = release(home).partition('JAVA_VERSION="')
    if not text:
        import subprocess
        said = subprocess.run([program(home), "-version"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False).stderr
        _, _, text = said.partition('version "')
    digits = ""
    for character in text.removeprefix("1."):
        if not character.isdigit():
            break
        digits += character
    return int(digits) if digits else None


def release(home):
    try:
        with open(os.path.join(home, "release"), encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


# ---- Flags ----

def access_flags(major):
    """For libraries of machine code, whose calls newer JVMs complain about."""
    return [*(["--enable-native-access=ALL-UNNAMED"] if major >= 22 else []),
            *(["--sun-misc-unsafe-memory-access=allow"] if major >= 23 else [])]


def flags(major):
    """Of every JVM of ours. The serial collector starts fastest and takes least beside two cores of work."""
    return ["-Djava.awt.headless=true", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xms32m", *access_flags(major)]


def vector_flags(home):
    """The module that computes batches of Jacobians, where a JDK has it."""
    return ["--add-modules=jdk.incubator.vector"] if "jdk.incubator.vector" in release(home) else []


def compiler_flags(name, folder):
    """
    Which methods the second compiler has. Javac and JShell run a little of everything, often, and stay with the first, at once and
    without counting for the second, which has the user's code, the searches and the Jacobians. A network that plays one game has its
    inner loops there, as vectors, and is over before anything else pays. The JVM would say that it has read the file.
    """
    unlock = ["-XX:+UnlockDiagnosticVMOptions", "-XX:+IgnoreUnrecognizedVMOptions"]
    if name in ("kernel", "repl"):
        return [*unlock, "-XX:-DisplayVMOutput", f"-XX:CompilerDirectivesFile={folder}/compilers.json", "-XX:Tier3DelayOn=0"]
    if name == "agent":
        return [*unlock, "-XX:-DisplayVMOutput", f"-XX:CompilerDirectivesFile={folder}/agent-compilers.json"]
    return unlock


# ---- Archives of classes ----

def archive_suffix(major):
    return ".aot" if major >= 25 else ".jsa"


def archive_flags(file, replay=False):
    """
    Of a start from an archive, mapped at the address it was made for, so that nothing in it is rewritten; none without the file. With
    profiles of the rehearsal a third of a start is spent on compiling what a user may never call, so they are replayed on request only.
    """
    quiet = ["-Xlog:cds=off", "-XX:ArchiveRelocationMode=0"]
    if not os.path.exists(file):
        return []
    if file.endswith(".aot"):
        return [*quiet, f"-XX:AOTCache={file}", "-Xlog:aot=off", f"-XX:{'+' if replay else '-'}AOTReplayTraining"]
    return [*quiet, f"-XX:SharedArchiveFile={file}", "-Xshare:auto", "-Xlog:class+path=off"]


def jars(folder):
    """All jars by name, ours first: an archive of classes is good for one class path only."""
    names = [name for name in os.listdir(folder) if name.endswith(".jar")]
    return [os.path.join(folder, name) for name in sorted(names, key=lambda name: (not name.startswith("crosscountry-"), not name.startswith("asm-"), name))]


def stamps(home, files=()):
    """What changes with the JDK and with these files."""
    return [release(home), *(f"{about.st_size} {about.st_mtime_ns}" for about in map(os.stat, files))]


def digest(lines):
    import zlib
    text = "\n".join(lines).encode()
    return f"{zlib.crc32(text):08x}{zlib.adler32(text):08x}"


# ---- Starting ----

def become(command):
    """The process is the program's from now on where the system can do that, so that signals and the exit status are its own."""
    if os.name == "nt":
        import subprocess
        sys.exit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(command[0], command)


def start(name, main, arguments):
    """What the wheel starts: a class of its jars."""
    try:
        major, home = newest()
    except LookupError as error:
        sys.exit(f"crosscountry: {error}")
    lib = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib")
    run = [program(home), *flags(major), "-cp", os.pathsep.join(jars(lib))]
    start_flags = [*compiler_flags(name, lib), *cached_archive(run, major, home, jars(lib))] if main == KERNEL else []
    become([run[0], *start_flags, *run[1:], main, *arguments])


def cached_archive(run, major, home, files):
    """
    Flags that start the kernel from an archive of its classes. The first start with a JDK has none and lets another process make it, which
    takes some seconds beside the user's work; where nothing can be written every start is a slow one.
    """
    folder = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "crosscountry")
    file = os.path.join(folder, digest([*run, *stamps(home, files)]) + archive_suffix(major))
    if not os.path.exists(file):
        import subprocess
        try:
            os.makedirs(folder, exist_ok=True)
            subprocess.Popen([sys.executable, "-m", "crosscountry_kernel.archive", file, *run], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        except OSError:
            pass
    return archive_flags(file)
