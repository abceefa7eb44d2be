// Draws each figure from the table behind it: bars, lines and curves by uPlot, shares and counts as plain bars.

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const HOUR = 3600;

/** What the table says: its column names, and a row each. */
function read(figure) {
  const names = [...figure.querySelectorAll('thead th')].map((cell) => cell.textContent);
  const rows = [...figure.querySelectorAll('tbody tr')].map((row) => ({
    name: row.querySelector('th').textContent,
    at: Number(row.dataset.at),
    values: [...row.querySelectorAll('td')].map((cell) => parseFloat(cell.textContent.replace(',', '.'))),
  }));
  return { names, rows };
}

/** Hours without a decision are there, too, with none; a day at least. */
function everyHour(rows) {
  const known = new Map(rows.map((row) => [row.at, row.values]));
  const none = rows[0].values.map(() => 0);
  const all = [];
  const begin = Math.min(rows[0].at, rows.at(-1).at - 23 * HOUR);
  for (let at = begin; at <= rows.at(-1).at; at += HOUR) all.push({ at, values: known.get(at) ?? none });
  return all;
}

function overTime(figure, { names, rows }) {
  const hours = everyHour(rows);
  const stroke = [colour('--ok'), colour('--no'), colour('--wait')];
  const stacked = names.slice(1).map((name, series) =>
    hours.map((hour) => hour.values.slice(series).reduce((sum, value) => sum + value, 0)));
  const place = figure.querySelector('.plot');
  const axis = { stroke: colour('--soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') } };
  const bars = window.uPlot.paths.bars({ size: [0.9, 60] });
  const plot = new window.uPlot({
    width: place.clientWidth,
    height: 220,
    cursor: { y: false },
    legend: { show: true, live: false },
    scales: { x: { range: (u, min, max) => [min - HOUR, max + HOUR] }, y: { range: (u, min, max) => [0, Math.max(max, 1)] } },
    axes: [axis, { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] }],
    series: [{}, ...names.slice(1).map((label, at) => ({ label, stroke: stroke[at], fill: stroke[at], paths: bars, points: { show: false } }))],
  }, [hours.map((hour) => hour.at), ...stacked], place);
  new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: 220 })).observe(place);
}

const axis = () => ({ stroke: colour('--soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') } });

function draw(figure, options, data) {
  const place = figure.querySelector('.plot');
  const plot = new window.uPlot({ width: place.clientWidth, height: 220, legend: { show: true, live: false }, ...options }, data, place);
  new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: 220 })).observe(place);
}

/** A line for each column, told apart by colour and dashes; what has no value is left open. */
function asLines(figure, { names, rows }) {
  const strokes = ['--accent', '--soft', '--no'];
  const dashes = [[], [6, 4], [2, 3]];
  const value = (number) => (Number.isNaN(number) ? null : number);
  const alone = rows.length === 1 && rows[0].at; // of one point uPlot would make years
  draw(figure, {
    cursor: { y: false },
    scales: { x: { range: (u, min, max) => (alone ? [alone - 12 * HOUR, alone + 12 * HOUR] : [min, max]) }, y: { range: (u, min, max) => [Math.max(0, Math.floor(min - 2)), Math.min(100, Math.ceil(max + 2))] } },
    axes: [axis(), { ...axis(), values: (u, ticks) => ticks.map((tick) => `${tick} %`) }],
    series: [{}, ...names.slice(1).map((label, at) => ({ label, stroke: colour(strokes[at]), dash: dashes[at], width: 2, spanGaps: true, points: { show: rows.length < 30 } }))],
  }, [rows.map((row) => row.at), ...names.slice(1).map((name, series) => rows.map((row) => value(row.values[series])))]);
}

/** What was found beside what was said: the nearer to the diagonal, the more honest. */
function asCurve(figure, { names, rows }) {
  const said = rows.map((row) => row.values[0]);
  const found = rows.map((row) => row.values[1]);
  const x = [...new Set([0, ...said, 1])].sort((one, other) => one - other);
  const unit = { range: () => [0, 1] };
  draw(figure, {
    scales: { x: { time: false, ...unit }, y: unit },
    axes: [axis(), axis()],
    series: [{}, { label: names[2], stroke: colour('--accent'), width: 2, spanGaps: true, points: { show: true, size: 7 } },
      { label: names[1], stroke: colour('--soft'), dash: [6, 4], points: { show: false } }],
  }, [x, x.map((at) => (said.includes(at) ? found[said.indexOf(at)] : null)), x]);
}

function asBars(figure, { rows }, whole = 1, unit = '') {
  const most = Math.max(...rows.map((row) => row.values[0]), whole);
  figure.querySelector('.plot').replaceChildren(...rows.map((row) => {
    const line = document.createElement('div');
    line.className = 'bar-line';
    const name = document.createElement('span');
    name.textContent = row.name;
    const bar = document.createElement('meter');
    bar.max = most;
    bar.value = row.values[0];
    const value = document.createElement('span');
    value.textContent = `${row.values[0].toLocaleString(document.documentElement.lang)}${unit}`;
    line.append(name, bar, value);
    return line;
  }));
}

for (const figure of document.querySelectorAll('[data-plot]')) {
  const table = read(figure);
  if (table.rows.length === 0) continue;
  if (figure.dataset.plot === 'time') overTime(figure, table);
  else if (figure.dataset.plot === 'lines') asLines(figure, table);
  else if (figure.dataset.plot === 'curve') asCurve(figure, table);
  else if (figure.dataset.plot === 'bars') asBars(figure, table);
  else if (figure.dataset.plot === 'shares') asBars(figure, table, 100, ' %');
}
