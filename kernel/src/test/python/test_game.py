"""The elimination game in a real browser: on a page without a kernel, and in JupyterLab, where Java follows it."""
import json
import subprocess

import nbformat
import pytest
from conftest import HOME
from lab_server import CHROMIUM, SCREENSHOTS, WHY, chromium, running
from nbconvert import HTMLExporter

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=WHY)
COUNTS = json.loads((HOME / "src/test/resources/reference/counts.json").read_text())["tasks"]
HOSTILE = """</script><script>document.title='hit'</script><img src=x onerror="document.title='hit'">'\\u2028"""
WIDGETS = ("@jupyter-widgets/jupyterlab-manager", "anywidget")


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


def notebook(path, *cells):
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    made.metadata.kernelspec = {"name": "crosscountry", "display_name": "Crosscountry (Java)", "language": "java"}
    nbformat.write(made, path)
    return path


HOSTILE_GRAPH = f"""
var simple = Tasks.graph("Simple");
String evil = {json.dumps(HOSTILE).replace("u2028", "u005cu2028")};
play(new Graph(evil, simple.inputs().stream().map(i -> new Input(i.id(), evil + i.id(), i.shape())).toList(), simple.vertices(), simple.outputs(), simple.edges()))"""
LARGE = """
Graph large = Trace.of((x, y, z) -> {
    double a = x, b = y, c = z;
    for (int i = 0; i < 24; i++) {
        double t = Math.sin(a) * b;
        b = Math.cos(b * c) + 2;
        c = Math.tanh(c + t / b);
        a = t - c * x;
    }
    return new double[] {a, b, c};
}).named("large");
"""
CELLS = {"hostile": HOSTILE_GRAPH, **{name: f'play(Tasks.graph("{name}"))' for name in ("RoeFlux_1d", "Simple", "RobotArm_6DOF", "Perceptron", "Helmholtz")},
         "large": LARGE + "play(large)", "picture": "large"}


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Pages that nbconvert made of executed cells, each with one game."""
    folder = tmp_path_factory.mktemp("pages")
    run = [HOME / "crosscountry", "run", notebook(folder / "in.ipynb", *CELLS.values()), "--out", folder / "out.ipynb"]
    result = subprocess.run(run, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stderr
    executed = nbformat.read(folder / "out.ipynb", as_version=4)
    pages = {}
    for name, cell in zip(CELLS, executed.cells):
        pages[name] = folder / f"{name}.html"
        pages[name].write_text(HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(metadata=executed.metadata, cells=[cell]))[0], encoding="utf-8")
    return pages


def opened(browser, page, **options):
    """The page without any network, with its faults collected."""
    tab = browser.new_page(**{"viewport": {"width": 900, "height": 1000}, **options})
    faults = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    tab.route("**/*", lambda route: route.continue_() if route.request.url.startswith(("file:", "data:")) else route.abort())
    tab.goto(page.as_uri())
    tab.locator(".game, .jp-RenderedSVG").first.wait_for()
    return tab, faults


def status(tab):
    return tab.locator(".game [role=status]").first


def ours(faults):
    return [fault for fault in faults if "require" not in fault and "MathJax" not in fault]  # what nbconvert loads from elsewhere


def test_a_page_without_a_kernel_plays_a_graph_to_its_jacobian(browser, converted):
    tab, faults = opened(browser, converted["RoeFlux_1d"])
    published = COUNTS["RoeFlux_1d"]["orders"]
    tab.get_by_role("tab", name="Orders").click()
    for name in ("forward", "reverse", "Markowitz"):
        assert tab.get_by_role("button", name=f"{name} {published[name.lower()]['game_total']}").count() == 1
    first = published["reverse"]["order"][0]
    tab.locator(f".node.open[aria-label^='vertex {first},']").hover()
    assert "new" in tab.locator(".about").inner_text() and tab.locator(".ghost").count() > 0
    for vertex in published["reverse"]["order"]:
        tab.locator(f".node.open[aria-label^='vertex {vertex},']").dispatch_event("click")
    assert tab.locator(".score b").inner_text() == str(published["reverse"]["game_total"])
    tab.get_by_role("tab", name="Jacobian").click()
    said = tab.locator(".panel").inner_text()
    assert "equal the Jacobian that Java computes" in said and "DIFFER" not in said
    assert tab.locator(".panel tbody tr").count() == 3
    tab.get_by_role("tab", name="Code").click()
    assert tab.locator(".panel pre").inner_text().count("// eliminate") == len(published["reverse"]["order"])
    assert ours(faults) == []
    tab.close()


def test_keyboard_alone_plays_undoes_and_is_told(browser, converted):
    tab, faults = opened(browser, converted["Simple"])
    tab.locator(".node[tabindex='0']").focus()
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.querySelector('.crosscountry-game').shadowRoot.activeElement.getAttribute('aria-label')").startswith("vertex 2,")
    tab.keyboard.press("Enter")
    assert "eliminated v2: cost 2, 1 new edges, 1 merged, total 2" in status(tab).inner_text()
    tab.keyboard.press("Enter")
    assert "The game is over" in status(tab).inner_text()
    tab.keyboard.press("u")
    tab.locator(".panel").focus()
    tab.keyboard.press("r")
    assert tab.locator(".score b").inner_text() == "6"
    unnamed = tab.evaluate("""[...document.querySelector('.crosscountry-game').shadowRoot.querySelectorAll('button, select, input, [role=button]')]
        .filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim())).length""")
    assert unnamed == 0
    assert ours(faults) == []
    tab.close()


def test_the_quiz_grades_and_explains(browser, converted):
    tab, faults = opened(browser, converted["RobotArm_6DOF"])
    tab.get_by_role("tab", name="Quiz").click()
    for _ in range(6):
        tab.locator(".choices button").first.click()
        assert tab.locator(".choices .right").count() == 1
        assert len(tab.locator(".panel p").nth(1).inner_text()) > 20
        tab.get_by_role("button", name="Next question").click()
    assert "of 6 right, grade" in tab.locator(".panel").inner_text()
    assert ours(faults) == []
    tab.close()


@pytest.mark.parametrize("name", ["Simple", "Helmholtz"])
def test_no_label_of_an_edge_stands_on_another(browser, converted, name):
    tab, faults = opened(browser, converted[name])
    boxes = tab.locator(".label rect").evaluate_all("labels => labels.map(label => { const b = label.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; })")
    assert len(boxes) == len(json.loads((HOME / f"src/test/resources/reference/graphs/{name}.json").read_text())["edges"])
    crossing = [(a, b) for k, a in enumerate(boxes) for b in boxes[:k] if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    assert crossing == [] and faults == []
    tab.close()


def test_names_run_nothing(browser, converted):
    tab, faults = opened(browser, converted["hostile"])
    for tab_name in ("Orders", "Hint", "Code", "Match", "Quiz"):
        tab.get_by_role("tab", name=tab_name).click()
    while tab.locator(".node.open").count():
        tab.locator(".node.open").first.click()
    tab.get_by_role("tab", name="Jacobian").click()
    assert "onerror" in tab.locator(".panel").inner_text()
    assert tab.title() != "hit" and ours(faults) == []
    assert tab.locator(".game img, .game script").count() == 0
    tab.close()


def themeless(page):
    """A copy of a page that leaves light and dark to the browser."""
    copy = page.with_name(f"themeless-{page.name}")
    copy.write_text(page.read_text(encoding="utf-8").replace('data-jp-theme-light="true"', "").replace('data-jp-theme-name="JupyterLab Light"', ""), encoding="utf-8")
    return copy


def test_a_graph_of_tensors_ends_with_blocks_that_are_checked(browser, converted):
    tab, faults = opened(browser, converted["Perceptron"])
    tab.get_by_role("tab", name="Orders").click()
    tab.get_by_role("button", name=f"reverse {COUNTS['Perceptron']['orders']['reverse']['game_total']}").click()
    tab.get_by_label("step of the game").fill(str(len(COUNTS["Perceptron"]["orders"]["reverse"]["order"])))
    assert tab.get_by_role("button", name="play on").is_disabled(), "a jump ends the replay"
    tab.get_by_role("tab", name="Jacobian").click()
    said = tab.locator(".panel").inner_text()
    assert "At a point of 86 numbers your edges equal the Jacobian that Java computes" in said, said
    assert tab.locator(".panel td").count() == 8 and "1 \u00d7 " in tab.locator(".panel td").first.inner_text()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    tab.locator(".game").screenshot(path=SCREENSHOTS / "game-tensors.png")
    assert ours(faults) == []
    tab.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_graph_too_large_to_draw_is_played_by_its_layers(browser, converted, theme):
    tab, faults = opened(browser, themeless(converted["large"]), color_scheme=theme)
    layers = tab.locator("details")
    assert 2 <= layers.count() <= 24 and tab.locator("svg.board, .node").count() == 0
    labels = [int(text.split(" of ")[1].split()[0]) for text in layers.locator("summary").all_inner_texts()]
    steps = sum(labels)
    assert steps > 150 and f"of {steps}" in tab.locator(".score").inner_text()
    layers.nth(0).locator("summary").click()
    layers.nth(3).locator("summary").focus()
    tab.keyboard.press("Enter")  # a layer opens by the keyboard too
    first = layers.nth(3).locator("button").first
    first.focus()
    assert "new" in tab.locator(".about").inner_text() and "# lambda:" in tab.locator(".about").inner_text()
    tab.keyboard.press("Enter")
    assert f"step 1 of {steps}" in tab.locator(".score").inner_text()
    assert layers.nth(3).locator("summary").inner_text().startswith(f"layer 4: {labels[3] - 1} of {labels[3]}")
    assert tab.evaluate("document.querySelector('.crosscountry-game').shadowRoot.activeElement !== null"), "the focus stays in the game"
    tab.get_by_role("button", name="Hint", exact=True).click()
    hinted = tab.locator("details button.primary").first
    colours = hinted.evaluate("button => [button, button.querySelector('.soft')].map((one) => getComputedStyle(one).color)")
    assert colours[0] == colours[1], "the degree reads on the hint's background"
    game = tab.locator(".game").bounding_box()
    assert game["width"] <= 900 and tab.evaluate("document.querySelector('.crosscountry-game').shadowRoot.querySelector('.game').scrollWidth") <= game["width"] + 1
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    tab.locator(".game").screenshot(path=SCREENSHOTS / f"game-large-{theme}.png")
    tab.get_by_label("replay an order").select_option("reverse")
    tab.get_by_label("step of the game").fill(str(steps))
    assert "Done with" in tab.locator(".about").inner_text()
    tab.get_by_role("tab", name="Jacobian").click()
    assert "equal the Jacobian that Java computes" in tab.locator(".panel").inner_text(), tab.locator(".panel").inner_text()
    assert ours(faults) == []
    tab.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_picture_of_a_large_graph_stays_inside_the_page(browser, converted, theme):
    tab, faults = opened(browser, converted["picture"], viewport={"width": 1100, "height": 1000})
    if theme == "dark":
        tab.add_style_tag(content="body, .jp-Notebook, .jp-OutputArea-output { background: #111 !important; }")
    picture = tab.locator(".jp-RenderedSVG svg, .jp-RenderedSVG img").first
    box = picture.bounding_box()
    assert 200 < box["width"] and 100 < box["height"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1100, "the page itself does not scroll sideways"
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=SCREENSHOTS / f"graph-large-{theme}.png")
    assert ours(faults) == []
    tab.close()


@pytest.mark.parametrize("width, theme", [(900, "light"), (900, "dark"), (390, "light")])
def test_it_fits_the_page_in_both_themes(browser, converted, width, theme):
    tab, faults = opened(browser, themeless(converted["RoeFlux_1d"]), viewport={"width": width, "height": 1000}, color_scheme=theme)
    assert (tab.locator(".game.dark").count() == 1) == (theme == "dark")
    game = tab.locator(".game").bounding_box()
    assert game["width"] <= width
    assert tab.evaluate("document.querySelector('.crosscountry-game').shadowRoot.querySelector('.game').scrollWidth") <= game["width"] + 1
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    tab.locator(".game").screenshot(path=SCREENSHOTS / f"game-{width}-{theme}.png")
    assert ours(faults) == []
    tab.close()


@pytest.fixture
def lab(request, tmp_path):
    """JupyterLab on one notebook, with and without the widgets' extensions."""
    notebook(tmp_path / "game.ipynb", 'var game = play(Tasks.graph("Simple")); game', "game.order()", "game.eliminate(1);",
             'widget("export default { render({ model, el }) { el.textContent = \'count \' + model.get(\'count\'); } };", Map.of("count", 3), "<b>stands in</b>")')
    with running(tmp_path, request.param[0], request.param[1]) as address:
        yield address.replace("/lab?", "/lab/tree/game.ipynb?"), not request.param[1]


def run_cell(tab, place):
    cell = tab.locator(".jp-CodeCell").nth(place)
    cell.locator(".cm-content").click()
    tab.keyboard.press("Shift+Enter")
    return cell


@pytest.mark.parametrize("lab", [("light", ()), ("dark", WIDGETS)], ids=["with widgets", "without"], indirect=True)
def test_in_jupyterlab_java_follows_the_page_and_a_reload_restores(lab, browser):
    address, widgets = lab
    tab = browser.new_page(viewport={"width": 1280, "height": 1100})
    tab.goto(address)
    tab.locator(".jp-Toolbar-kernelName").get_by_text("Crosscountry (Java)").wait_for(timeout=120_000)
    tab.locator(".jp-CodeCell").first.wait_for(timeout=120_000)
    tab.get_by_text("Crosscountry (Java) | Idle").wait_for(timeout=120_000)
    first = run_cell(tab, 0)
    game = first.locator(".game")
    game.wait_for(timeout=120_000)
    last = run_cell(tab, 3).locator(".jp-OutputArea-output")
    last.get_by_text("count 3" if widgets else "stands in").wait_for(timeout=60_000)
    assert tab.get_by_text("Error displaying widget").count() == 0
    if widgets:
        first.locator(".game[data-linked]").wait_for(timeout=60_000)
    game.locator(".node.open[aria-label^='vertex 2,']").click()
    assert game.locator(".score b").inner_text() == "2"
    if widgets:
        run_cell(tab, 1).locator(".jp-OutputArea-executeResult").get_by_text("2", exact=True).wait_for(timeout=60_000)
        run_cell(tab, 2)
        game.locator(".score").get_by_text("6", exact=True).wait_for(timeout=60_000)  # Java's move came to the page
        tab.keyboard.press("Control+s")
        tab.wait_for_timeout(1500)
        tab.reload()
        tab.locator(".game[data-linked]").wait_for(timeout=120_000)
        tab.locator(".game .score").get_by_text("6", exact=True).wait_for(timeout=60_000)
        assert tab.get_by_text("Error displaying widget").count() == 0
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    tab.locator(".game").screenshot(path=SCREENSHOTS / f"game-lab-{'widgets' if widgets else 'alone'}.png")
    tab.close()
