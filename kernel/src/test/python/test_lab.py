"""JupyterLab in a real browser: the first notebook runs from top to bottom and its pictures are on the page."""
import re
import shutil

import pytest
from conftest import HOME
from lab_server import CHROMIUM, SCREENSHOTS, WHY, chromium, running

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=WHY)


@pytest.fixture(scope="module", params=["light", "dark"])
def lab(request, tmp_path_factory):
    """A JupyterLab on a copy of the notebooks, in a light and in a dark theme; its address, with the token, and the theme."""
    folder = tmp_path_factory.mktemp("notebooks")
    shutil.copy(HOME / "notebooks/learn-01-first-elimination.ipynb", folder)
    with running(folder, request.param) as address:
        yield address, request.param


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


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
