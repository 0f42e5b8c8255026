"""``python -m crosscountry_kernel.archive FILE JAVA...``: lets a kernel rehearse and archives its classes in a file. One process at a time makes one."""
import os
import pathlib
import subprocess
import sys
import time

from .java import KERNEL

LIMIT = 600  # seconds that nobody needs


def make(file, java):
    """Written beside and renamed; a JVM that cannot make it leaves nothing behind."""
    claim = file.with_suffix(file.suffix + ".making")
    try:
        if claim.exists() and time.time() - claim.stat().st_mtime > LIMIT:
            claim.unlink()  # of a process that was killed
        os.close(os.open(claim, os.O_CREAT | os.O_EXCL))
    except OSError:
        return
    beside = file.with_name(f"next-{file.name}")
    try:
        if file.suffix == ".aot":
            made = quietly([*java, f"-XX:AOTCacheOutput={beside}", KERNEL, "--rehearse"])
        else:
            # Java 17 breaks while it archives the classes of lambdas that it left out itself; without any it does not
            classes = file.with_suffix(".classes")
            made = quietly([*java, "-Xshare:off", f"-XX:DumpLoadedClassList={classes}", KERNEL, "--rehearse"])
            kept = [line for line in classes.read_text().splitlines(keepends=True) if "@lambda" not in line]
            classes.write_text("".join(kept))
            made = made and quietly([*java, "-Xshare:dump", f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={beside}"])
            classes.unlink()
        if made and beside.exists():
            os.replace(beside, file)
    finally:
        beside.unlink(missing_ok=True)
        claim.unlink()


def quietly(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]), sys.argv[2:])
