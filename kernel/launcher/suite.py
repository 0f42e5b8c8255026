"""All tests, and how many of them passed."""
import os
import re
import shutil
import subprocess

import checkout
import doctor
import java
from checkout import HOME, KERNEL, VENV_PYTHON, WORK, Failure

SPOTLESS = "com.diffplug.spotless:spotless-maven-plugin"


def test(_):
    """The format; Java on the oldest and on the newest JDK found; then Python: the kernel, the notebooks, the commands and the browser."""
    checkout.need_maven()
    newest = java.newest()
    totals, fine = [0, 0, 0], is_formatted(*newest)
    for major, home in dict.fromkeys([java.jdks()[-1], newest]):
        print(f"== Java {major}", flush=True)
        for module in ("src", "kernel"):
            shutil.rmtree(os.path.join(HOME, module, "target/surefire-reports"), ignore_errors=True)
        flags = " ".join([*java.access_flags(major), *java.vector_flags(home)])
        fine &= checkout.maven(major, home, "--no-transfer-progress", "-fae", f"-Dtest.jvm.flags={flags}", "package") == 0
        fine &= add(totals, surefire_reports())
    print("== Python", flush=True)
    if not doctor.find_chromium():
        print("The browser's tests are skipped: Chromium is missing (apt-get install chromium).", flush=True)
    try:
        checkout.set_up()
        report = os.path.join(WORK, "pytest.xml")
        if os.path.exists(report):
            os.unlink(report)
        fine &= subprocess.run([VENV_PYTHON, "-m", "pytest", "-rs", f"--junitxml={report}", os.path.join(KERNEL, "src/test/python")],
                               stdin=subprocess.DEVNULL, check=False).returncode == 0
        fine &= add(totals, [report])
    except (Failure, LookupError) as error:
        checkout.say(error.args[0])
        fine = False
    run, failed, skipped = totals
    passed = run - failed - skipped
    failed = failed or int(not fine)  # a build that broke before its tests counts as one
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return int(failed > 0 or passed == 0)


def is_formatted(major, home):
    print("== Format", flush=True)
    if checkout.maven(major, home, "-q", f"{SPOTLESS}:check") == 0:
        return True
    print(f"The format of Java sources is off, or could not be checked; run: mvn -q -B {SPOTLESS}:apply", flush=True)
    return False


def surefire_reports():
    for module in ("src", "kernel"):
        folder = os.path.join(HOME, module, "target/surefire-reports")
        if os.path.isdir(folder):
            yield from (os.path.join(folder, name) for name in os.listdir(folder) if name.startswith("TEST-") and name.endswith(".xml"))


def add(totals, reports):
    """Adds up tests run, failed and skipped of JUnit reports; says whether there were any."""
    before = totals[0]
    for report in reports:
        try:
            with open(report, encoding="utf-8", errors="replace") as file:
                suite = re.search(r"<testsuite [^>]*>", file.read())
        except OSError:
            continue
        counts = {name: int(number) for name, number in re.findall(r' (tests|failures|errors|skipped)="(\d+)"', suite[0] if suite else "")}
        totals[0] += counts.get("tests", 0)
        totals[1] += counts.get("failures", 0) + counts.get("errors", 0)
        totals[2] += counts.get("skipped", 0)
    return totals[0] > before
