"""JupyterLab in a real browser: the first notebook runs from top to bottom and its pictures are on the page."""
import json
import os
import re
import shutil
import signal
import subprocess
import time

import pytest
from conftest import HOME

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing (apt-get install chromium)")
SCREENSHOTS = HOME / "kernel/target/screenshots"


@pytest.fixture(scope="module", params=["light", "dark"])
def lab(request, tmp_path_factory):
    """A JupyterLab on a copy of the notebooks, in a light and in a dark theme; its address, with the token, and the theme."""
    folder = tmp_path_factory.mktemp("notebooks")
    settings = folder / "config/lab/user-settings/@jupyterlab"
    for file, content in {
        "apputils-extension/themes": {"theme": f"JupyterLab {request.param.capitalize()}"},
        "apputils-extension/notification": {"fetchNews": "false"},
        "notebook-extension/tracker": {"windowingMode": "none"},
    }.items():
        (settings / file).parent.mkdir(parents=True, exist_ok=True)
        (settings / f"{file}.jupyterlab-settings").write_text(json.dumps(content))
    shutil.copy(HOME / "notebooks/learn-01-first-elimination.ipynb", folder)
    log = folder / "lab.log"
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(folder / "config"), "JUPYTER_DATA_DIR": str(folder / "data")}
    with log.open("w") as out:
        process = subprocess.Popen(
            [HOME / "crosscountry", "lab", "--no-browser", "--allow-root", "--port=0", f"--notebook-dir={folder}"],
            stdout=out, stderr=subprocess.STDOUT, env=environment, start_new_session=True,
        )
    try:
        for _ in range(1200):
            found = re.search(r"http://(?:127\.0\.0\.1|localhost):\d+/lab\?token=\w+", log.read_text())
            if found or process.poll() is not None:
                break
            time.sleep(0.1)
        assert found, log.read_text()
        yield found.group(), request.param
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


def test_the_first_notebook_shows_its_graph_in_jupyterlab(lab, browser):
    address, theme = lab
    page = browser.new_page(viewport={"width": 1280, "height": 1000}, color_scheme=theme)
    page.goto(address.replace("/lab?", "/lab/tree/learn-01-first-elimination.ipynb?"))
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=120_000)
    page.locator(".jp-Toolbar-kernelName").get_by_text("Crosscountry (Java)").wait_for(timeout=120_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Run All Cells")).click()
    # the last cell prints the check against finite differences
    page.locator(".jp-OutputArea-output").get_by_text("largest difference").wait_for(timeout=240_000)
    pictures = page.locator(".jp-RenderedSVG img, .jp-RenderedSVG svg, .jp-RenderedImage img")
    assert pictures.count() >= 6
    picture = pictures.first
    picture.scroll_into_view_if_needed()
    assert picture.bounding_box()["width"] > 200 and picture.bounding_box()["height"] > 80
    shown = picture.evaluate("node => node.tagName.toLowerCase() == 'svg' || node.complete && node.naturalWidth > 0")
    assert shown
    assert page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error']").count() == 0
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for number, cell in enumerate(page.locator(".jp-CodeCell").all()):
        if cell.locator(".jp-RenderedSVG, .jp-RenderedImage, .jp-RenderedHTMLCommon table").count():
            cell.scroll_into_view_if_needed()
            cell.screenshot(path=SCREENSHOTS / f"learn-01-{theme}-{number:02d}.png")
    page.close()
