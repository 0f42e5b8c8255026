// Elements without markup: text is only ever text.
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? "" : String(value));
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function h(tag, attributes = {}, ...children) { return fill(document.createElement(tag), attributes, children); }

export function s(tag, attributes = {}, ...children) { return fill(document.createElementNS(SVG, tag), attributes, children); }

/** Follows the page: JupyterLab's theme, VS Code's, else what the system prefers. */
export function followTheme(root) {
  const media = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const body = document.body;
    const stated = body.dataset.jpThemeLight;
    const dark = stated !== undefined ? stated === "false"
      : body.classList.contains("vscode-dark") || (!body.classList.contains("vscode-light") && media.matches);
    root.classList.toggle("dark", dark);
  };
  apply();
  media.addEventListener("change", apply);
  const observer = new MutationObserver(apply);
  observer.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "class"] });
  return () => { media.removeEventListener("change", apply); observer.disconnect(); };
}
