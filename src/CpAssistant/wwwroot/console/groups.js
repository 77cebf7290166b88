// Renews the progress of the grouping; without script it is renewed by reloading the page.
const INTERVAL = 1000;
const progress = document.getElementById('progress');

if (progress) {
  const address = new URL('../quan-tri/cau-hoi/tien-do', import.meta.url);
  const stages = JSON.parse(progress.dataset.stages);
  const timer = setInterval(() => document.visibilityState === 'visible' && renew(address, stages, timer), INTERVAL);
}

/** Shows how far it has come; once nothing is under way, the page with the new groups. */
async function renew(address, stages, timer) {
  const response = await fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin' }).catch(() => null);
  if (!response?.ok) {
    return;
  }

  const now = await response.json();
  if (!now.isUnderWay) {
    clearInterval(timer);
    location.reload();
    return;
  }

  const bar = document.getElementById('bar');
  const number = new Intl.NumberFormat(document.documentElement.lang);
  document.getElementById('stage').textContent = stages[now.stage];
  document.getElementById('counts').textContent = now.of > 0 ? `${number.format(now.done)} / ${number.format(now.of)}` : '';
  if (now.of > 0) {
    [bar.max, bar.value] = [now.of, now.done];
  } else {
    bar.removeAttribute('value');
  }
}
