"""``python -m crosscountry_kernel.archive FILE JAVA...``: lets a kernel rehearse and archives its classes in a file."""
import os
import subprocess
import sys
import time

LIMIT = 600  # seconds that nobody needs


def make(file, java, rehearsal):
    """
    Runs a main class with its arguments and archives what it loaded, written beside and renamed; says whether there is a file now. One
    process at a time makes one; a JVM that cannot make it leaves nothing behind.
    """
    claim = file + ".making"
    try:
        if os.path.exists(claim) and time.time() - os.stat(claim).st_mtime > LIMIT:
            os.unlink(claim)  # of a process that was killed
        os.close(os.open(claim, os.O_CREAT | os.O_EXCL))
    except OSError:
        return True  # soon
    beside = os.path.join(os.path.dirname(file), f"next-{os.path.basename(file)}")
    classes = beside + ".classes"
    try:
        if file.endswith(".aot"):
            made = quietly([*java, f"-XX:AOTCacheOutput={beside}", *rehearsal])
        else:
            # Java 17 breaks while it archives the classes of lambdas that it left out itself; without any it does not
            made = quietly([*java, "-Xshare:off", f"-XX:DumpLoadedClassList={classes}", *rehearsal])
            with open(classes, encoding="utf-8") as listed:
                kept = [line for line in listed if "@lambda" not in line]
            with open(classes, "w", encoding="utf-8") as listed:
                listed.writelines(kept)
            made = made and quietly([*java, "-Xshare:dump", f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={beside}"])
        if made and os.path.exists(beside):
            os.replace(beside, file)
    except OSError:
        pass
    finally:
        for left in (beside, classes, claim):
            if os.path.exists(left):
                os.unlink(left)
    return os.path.exists(file)


def quietly(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    from .java import KERNEL

    make(sys.argv[1], sys.argv[2:], [KERNEL, "--rehearse"])
