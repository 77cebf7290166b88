// Draws the percentages of each table beside it, out of the table's own cells; without it the tables say the same.
import { keepDrawn, theme } from '../charts.js';

const BAR = 15; // px a bar takes
const LETTER = 15; // px a line of letters takes
const LINE = { wide: 34, narrow: 16 }; // characters of an indicator's name that a line has room for

keepDrawn([...document.querySelectorAll('.chart')], draw);

function draw(figure) {
  const table = document.querySelector(`table.targets[aria-labelledby="${figure.dataset.of}"]`);
  const heads = [...table.querySelectorAll('thead th')];
  const columns = heads.map((head, index) => ({ head, index })).filter(({ head }) => head.dataset.series);
  const cellsOf = row => [...row.children];
  const rows = [...table.querySelectorAll('tbody tr')].filter(row => columns.some(({ index }) => cellsOf(row)[index].dataset.to));
  const range = cell => (cell.dataset.to ? [cell.dataset.from === cell.dataset.to ? 0 : Number(cell.dataset.from), Number(cell.dataset.to)] : null);
  const { colour, grid, border, font } = theme();
  const nameOf = row => `${cellsOf(row)[0].textContent.trim()} (${cellsOf(row)[1].textContent.trim()})`;
  const textOf = cell => [...cell.querySelectorAll('.figure-value')].map(value => value.textContent.trim()).join('; ');
  const line = innerWidth < 600 ? LINE.narrow : LINE.wide;
  figure.hidden = false;
  const box = figure.querySelector('.chart-box');
  const names = rows.map(row => lines(nameOf(row), line));
  box.style.height = `${names.reduce((sum, name) => sum + Math.max(columns.length * BAR + 14, name.length * LETTER + 8), 0) + 90}px`;
  return new Chart(box.querySelector('canvas'), {
    type: 'bar',
    data: {
      labels: names,
      datasets: columns.map(({ head, index }) => ({
        label: head.querySelector('span').textContent.trim(),
        backgroundColor: colour(`series-${head.dataset.series}`),
        maxBarThickness: BAR,
        data: rows.map(row => range(cellsOf(row)[index])),
        column: index,
      })),
    },
    options: {
      animation: false,
      indexAxis: 'y',
      locale: document.documentElement.lang,
      color: colour('ink'),
      font,
      maintainAspectRatio: false,
      plugins: {
        legend: { position: 'bottom', labels: { boxWidth: 14, color: colour('ink'), font } },
        tooltip: {
          callbacks: {
            title: ([item]) => nameOf(rows[item.dataIndex]),
            label: item => `${item.dataset.label}: ${textOf(cellsOf(rows[item.dataIndex])[item.dataset.column])}`,
          },
        },
      },
      scales: {
        x: { beginAtZero: true, suggestedMax: 100, grid, border, ticks: { color: colour('ink'), callback: value => `${value}%`, font } },
        y: { grid: { display: false }, border, ticks: { color: colour('ink'), autoSkip: false, font } },
      },
    },
  });
}

/** The name on as many lines as it takes. */
function lines(name, room) {
  return name.split(' ').reduce((all, word) => {
    const last = all.at(-1);
    return last && last.length + word.length < room ? [...all.slice(0, -1), `${last} ${word}`] : [...all, word];
  }, []);
}
