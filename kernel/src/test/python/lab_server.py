"""A JupyterLab or a Notebook 7 of its own for the browser's tests."""
import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

from conftest import HOME

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
WHY = "Chromium is missing (apt-get install chromium)"
COMMANDS = {"lab": [HOME / "crosscountry", "lab"], "notebook": [sys.executable, "-m", "notebook"]}
SCREENSHOTS = HOME / "kernel/target/screenshots"


@contextlib.contextmanager
def running(folder, theme, disabled=(), app="lab"):
    """Serves the notebooks in ``folder`` in a theme, without the extensions in ``disabled``; gives the address of the app, with the token."""
    settings = folder / "config/lab/user-settings/@jupyterlab"
    for file, content in {
        "apputils-extension/themes": {"theme": f"JupyterLab {theme.capitalize()}"},
        "apputils-extension/notification": {"fetchNews": "false"},
        "notebook-extension/tracker": {"windowingMode": "none"},
    }.items():
        (settings / file).parent.mkdir(parents=True, exist_ok=True)
        (settings / f"{file}.jupyterlab-settings").write_text(json.dumps(content))
    (folder / "config/labconfig").mkdir()
    (folder / "config/labconfig/page_config.json").write_text(json.dumps({"disabledExtensions": {name: True for name in disabled}}))
    log = folder / "lab.log"
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(folder / "config"), "JUPYTER_DATA_DIR": str(folder / "data")}
    with log.open("w") as out:
        process = subprocess.Popen(
            [*COMMANDS[app], "--no-browser", "--allow-root", "--port=0", f"--notebook-dir={folder}"],
            stdout=out, stderr=subprocess.STDOUT, env=environment, start_new_session=True,
        )
    try:
        for _ in range(1200):
            found = re.search(r"http://(?:127\.0\.0\.1|localhost):\d+/(?:lab|tree)\?token=\w+", log.read_text())
            if found or process.poll() is not None:
                break
            time.sleep(0.1)
        assert found, log.read_text()
        yield found.group()
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


@contextlib.contextmanager
def chromium():
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        yield browser
        browser.close()
