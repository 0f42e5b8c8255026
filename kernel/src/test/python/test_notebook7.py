"""Jupyter Notebook 7 in a real browser: cells run, the game and widgets follow Java, completion and inspection answer."""
import nbformat
import pytest
from lab_server import CHROMIUM, SCREENSHOTS, WHY, chromium, running

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=WHY)


@pytest.fixture(params=["light", "dark"])
def page(request, tmp_path):
    cells = ['Tasks.graph("RoeFlux_1d")', 'var game = play(Tasks.graph("Simple")); game', "game.order()", "int a = 1;\na / 0", "Math.sqr"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "crosscountry", "display_name": "Crosscountry (Java)", "language": "java"}
    nbformat.write(notebook, tmp_path / "first.ipynb")
    with running(tmp_path, request.param, app="notebook") as address, chromium() as browser:
        tab = browser.new_page(viewport={"width": 1280, "height": 1100}, color_scheme=request.param)
        tab.goto(address.replace("/tree?", "/notebooks/first.ipynb?"))
        tab.get_by_text("Crosscountry (Java)").first.wait_for(timeout=120_000)
        tab.locator(".jp-CodeCell").first.wait_for(timeout=120_000)
        yield tab, request.param


def test_the_notebook_runs_plays_completes_and_explains(page):
    tab, theme = page
    cell = [tab.locator(".jp-CodeCell").nth(k) for k in range(5)]
    for k in range(4):
        cell[k].locator(".cm-content").click()
        tab.keyboard.press("Shift+Enter")
        if k == 0:
            cell[0].locator(".jp-RenderedSVG").wait_for(timeout=120_000)
        if k == 1:
            game = cell[1].locator(".game[data-linked]")
            game.wait_for(timeout=120_000)
            game.locator(".node.open[aria-label^='vertex 2,']").click()
            assert game.locator(".score b").inner_text() == "2"
    cell[2].locator(".jp-OutputArea-executeResult").get_by_text("2", exact=True).wait_for(timeout=60_000)
    error = cell[3].locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText[data-mime-type*='error'], .jp-OutputArea-output").last
    error.get_by_text("/ by zero").first.wait_for(timeout=60_000)
    assert tab.get_by_text("Error displaying widget").count() == 0
    cell[4].locator(".cm-content").click()
    tab.keyboard.press("End")
    tab.keyboard.press("Tab")
    offered = tab.locator(".jp-Completer-item")
    offered.or_(cell[4].locator(".cm-line", has_text="Math.sqrt(")).first.wait_for(timeout=60_000)
    if offered.count():
        offered.get_by_text("sqrt(").first.click()
    cell[4].locator(".cm-line", has_text="Math.sqrt(").wait_for(timeout=60_000)
    tab.keyboard.press("Shift+Tab")
    tab.locator(".jp-Tooltip").get_by_text("square root").first.wait_for(timeout=60_000)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=SCREENSHOTS / f"notebook7-{theme}.png")
    tab.keyboard.press("Escape")
    cell[1].scroll_into_view_if_needed()
    tab.screenshot(path=SCREENSHOTS / f"notebook7-game-{theme}.png")
