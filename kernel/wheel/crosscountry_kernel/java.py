"""Finds a JDK and starts a class of the wheel's jars in it."""
import glob
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

OLDEST = 17
USUAL = ("/usr/lib/jvm/*", "/opt/java/*", "~/.sdkman/candidates/java/*", "~/.jdks/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home",
         "C:/Program Files/Java/*", "C:/Program Files/Eclipse Adoptium/*")
ADVICE = f"install a JDK, {OLDEST} or newer, for instance: apt-get install openjdk-17-jdk-headless, conda install openjdk, or set JAVA_HOME"
EXE = ".exe" if os.name == "nt" else ""
KERNEL = "crosscountry.kernel.KernelMain"
# as the launcher of the sources has them
KERNEL_FLAGS = ["-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xms32m"]
START_FLAGS = ["-XX:+UnlockDiagnosticVMOptions", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:-DisplayVMOutput",
               f"-XX:CompilerDirectivesFile={pathlib.Path(__file__).parent / 'lib' / 'compilers.json'}", "-XX:Tier3DelayOn=0"]


def start(main, arguments):
    """Becomes the JVM where the system can do that, so that signals and the exit status are the JVM's own."""
    try:
        major, home = newest()
    except LookupError as error:
        sys.exit(f"crosscountry: {error}")
    java = [str(home / "bin" / f"java{EXE}"), *flags(major)]
    jars = classpath()
    if main == KERNEL:
        java += [*KERNEL_FLAGS, *START_FLAGS, *archive(java, major, home, jars)]
    command = [*java, "-cp", os.pathsep.join(map(str, jars)), main, *arguments]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def flags(major):
    return ["-Djava.awt.headless=true", *(["--enable-native-access=ALL-UNNAMED"] if major >= 22 else []),
            *(["--sun-misc-unsafe-memory-access=allow"] if major >= 23 else [])]


def classpath():
    """All jars by name, ours first: an archive of classes is good for one class path only."""
    lib = pathlib.Path(__file__).parent / "lib"
    return sorted(lib.glob("*.jar"), key=lambda jar: (not jar.name.startswith("crosscountry-"), not jar.name.startswith("asm-"), jar.name))


def archive(java, major, home, jars):
    """
    Flags that start the kernel from an archive of its classes. The first start with a JDK has none and lets another process make it, which
    takes some seconds beside the user's work; where nothing can be written every start is a slow one.
    """
    folder = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "crosscountry"
    run = [*java, *KERNEL_FLAGS, "-cp", os.pathsep.join(map(str, jars))]
    name = hashlib.sha256("\n".join([*run, *stamps(home, jars)]).encode()).hexdigest()[:16]
    file = folder / (name + (".aot" if major >= 25 else ".jsa"))
    if file.exists():
        if major >= 25:
            return [f"-XX:AOTCache={file}", "-Xlog:cds=off", "-Xlog:aot=off", "-XX:ArchiveRelocationMode=0", "-XX:-AOTReplayTraining"]
        return [f"-XX:SharedArchiveFile={file}", "-Xlog:cds=off", "-Xlog:class+path=off", "-Xshare:auto", "-XX:ArchiveRelocationMode=0"]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.Popen([sys.executable, "-m", "crosscountry_kernel.archive", str(file), *run], stdin=subprocess.DEVNULL,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError:
        pass
    return []


def stamps(home, jars):
    """What changes with the JDK and with the jars."""
    release = home / "release"
    yield release.read_text(encoding="utf-8", errors="replace") if release.exists() else ""
    for jar in jars:
        about = os.stat(jar)
        yield f"{about.st_size} {about.st_mtime_ns}"


def newest():
    """The newest JDK found, as (major, home); a LookupError says what was found instead and what to do."""
    old, runtimes, found = [], [], []
    for home in candidates():
        major = version(home)
        if major is None:
            continue
        if not (home / "bin" / f"javac{EXE}").exists():
            runtimes.append(f"Java {major} in {home} is a runtime without a compiler (JRE)")
        elif major < OLDEST:
            old.append(f"Java {major} in {home} is too old")
        else:
            found.append((major, home))
    if not found:
        raise LookupError("; ".join([*runtimes, *old, ADVICE] if runtimes or old else ["no Java was found", ADVICE]))
    return max(found, key=lambda one: one[0])


def candidates():
    folders = [os.environ.get("JAVA_HOME"), os.environ.get("CONDA_PREFIX"), os.path.join(os.environ.get("CONDA_PREFIX", "/nowhere"), "lib", "jvm"), sys.prefix,
               os.path.join(sys.prefix, "lib", "jvm")]
    folders += [str(pathlib.Path(os.path.realpath(java)).parents[1]) for name in ("javac", "java") if (java := shutil.which(name))]
    folders += [folder for pattern in USUAL for folder in sorted(glob.glob(os.path.expanduser(pattern)))]
    unique = dict.fromkeys(pathlib.Path(os.path.realpath(folder)) for folder in folders if folder)
    return [home for home in unique if (home / "bin" / f"java{EXE}").exists()]


def version(home):
    """The major version, from the release file, which needs no JVM; some builds lack it."""
    try:
        text = (home / "release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = subprocess.run([home / "bin" / f"java{EXE}", "-version"], capture_output=True, text=True, check=False).stderr
    match = re.search(r'(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)', text)
    return int(match.group(1)) if match else None
