// What charts of all pages share: the style sheet's colours, in light, in the dark and on paper.

/** The colours that the page has at this moment. */
export function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  return {
    colour,
    grid: { color: colour('hair') },
    border: { color: colour('line') },
    font: { size: 12 },
  };
}

/** Draws a chart for each element, and again when the colours change. */
export function keepDrawn(elements, draw) {
  let charts = [];
  const redraw = () => {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    charts.forEach(chart => chart.destroy());
    charts = elements.map(draw);
  };

  redraw();

  // Letters on a canvas do not change by themselves once the font is there.
  document.fonts.ready.then(redraw);

  for (const query of ['(prefers-color-scheme: dark)', 'print']) {
    matchMedia(query).addEventListener('change', redraw);
  }

  for (const moment of ['beforeprint', 'afterprint']) {
    addEventListener(moment, () => charts.forEach(chart => chart.resize()));
  }
}

/** The name, cut where it is longer than a chart has room for. */
export function short(name, most) {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
