// Draws the charts of the figures out of the tables beside them; without it the tables say the same.
import { keepDrawn, short, theme } from '../charts.js';

const MOST_BARS = 12;
const BAR = 26; // px a bar that lies takes, with its label
const language = document.documentElement.lang;

keepDrawn([...document.querySelectorAll('.figure[data-chart]')].filter(figure => figure.dataset.chart && figure.querySelector('tbody tr')), draw);

function draw(figure) {
  const { colour, grid, border, font } = theme();
  const lies = figure.dataset.chart === 'list';
  const rows = [...figure.querySelectorAll('tbody tr')].slice(0, lies ? MOST_BARS : undefined);
  // The first cell of a row is its name.
  const columns = [...figure.querySelectorAll('thead th')].map((head, index) => ({ head, index: index - 1 })).filter(({ head }) => head.dataset.series);
  const cell = (row, column) => rows[row].querySelectorAll('td')[column];
  const datasets = columns.map(({ head, index }) => ({
    label: head.textContent.trim(),
    backgroundColor: colour(`series-${head.dataset.series}`),
    column: index,
    data: rows.map((_, row) => Number(cell(row, index).dataset.value)),
    maxBarThickness: 34,
  }));
  const isStacked = !figure.querySelector('[data-series="opened"]');
  const box = figure.querySelector('.figure-chart');
  box.hidden = false;
  if (lies) {
    box.style.height = `${rows.length * BAR * (isStacked || datasets.length === 1 ? 1 : 1.6) + 90}px`;
  }

  const heads = rows.map(row => row.querySelector('th'));
  const names = heads.map(head => head.textContent.trim());
  return new Chart(box.querySelector('canvas'), {
    type: 'bar',
    data: { labels: heads.map((head, row) => short(head.dataset.label || names[row], lies ? 30 : 40)), datasets },
    options: {
      animation: false,
      indexAxis: lies ? 'y' : 'x',
      locale: language,
      color: colour('ink'),
      font,
      maintainAspectRatio: false,
      onClick: (_, [element]) => element && cell(element.index, datasets[element.datasetIndex].column).querySelector('a')?.click(),
      onHover: (event, elements) => { event.native.target.style.cursor = elements.length > 0 ? 'pointer' : 'default'; },
      plugins: {
        legend: { display: datasets.length > 1, position: 'bottom', labels: { boxWidth: 14 } },
        tooltip: { callbacks: { title: ([item]) => names[item.dataIndex] } },
      },
      scales: {
        [lies ? 'x' : 'y']: { beginAtZero: true, stacked: isStacked, grid, border, ticks: { color: colour('ink'), precision: 0, maxTicksLimit: 6 } },
        [lies ? 'y' : 'x']: { stacked: isStacked, grid: { display: false }, border, ticks: { color: colour('ink'), autoSkip: false, maxRotation: lies ? 0 : 45 } },
      },
    },
  });
}
