// Times are the visitor's: the exact one on hover, and where it stands in full.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const language = document.querySelector('.fh-foot')?.lang === 'id' ? 'id-ID' : 'en-GB';
const exactTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
const hourTime = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const clockTime = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
// Within a sentence the server writes an instant in UTC. What others wrote, and what is code, stays as it is.
const inWords = /(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC)/;
const timeOf = words => {
  const time = document.createElement('time');
  time.dateTime = words.replace(' ', 'T').replace(' UTC', 'Z');
  time.textContent = exactTime.format(new Date(time.dateTime));
  return time;
};
const localizeWords = root => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) {
    if (inWords.test(texts.currentNode.data) && !texts.currentNode.parentElement.closest('time, [data-fh-exact], bdi, code, pre, textarea, script, style'))
      found.push(texts.currentNode);
  }
  found.forEach(text => text.replaceWith(...text.data.split(inWords).map((part, n) => n % 2 ? timeOf(part) : part)));
};
const localize = root => {
  localizeWords(root);
  root.querySelectorAll('time[datetime]').forEach(time => { time.title = `${exactTime.format(new Date(time.dateTime))} (${timeZone})`; });
  root.querySelectorAll('[data-fh-exact]').forEach(time => { time.textContent = exactTime.format(new Date(time.dataset.fhExact)); });
  root.querySelectorAll('[data-fh-hour]').forEach(time => { time.textContent = hourTime.format(new Date(time.dataset.fhHour)); });
  // An hour of the day: that of today, in the zone's summer or winter.
  root.querySelectorAll('[data-fh-clock]').forEach(hour => {
    hour.textContent = clockTime.format(new Date().setUTCHours(hour.dataset.fhClock, 0)).replace(/[:.]00$/, '');
  });
  root.querySelectorAll('[data-fh-zone]').forEach(words => { words.textContent = words.dataset.fhZone.replace('{0}', timeZone); });
};
localize(document);
document.querySelectorAll('[data-fh-zone-field]').forEach(field => { field.value = timeZone; });

// What Hangfire's own pages leave without a name for a screen reader.
document.querySelectorAll('.breadcrumb .glyphicon-home').forEach(icon => icon.parentElement.setAttribute('aria-label', 'Overview'));
document.querySelectorAll('.js-jobs-list-select-all').forEach(box => box.setAttribute('aria-label', 'Select all'));
document.querySelectorAll('.js-jobs-list-checkbox').forEach(box => box.setAttribute('aria-label', `Select ${box.value}`));

// A box that ticks all of its table.
document.querySelectorAll('[data-fh-choose-all]').forEach(all => {
  const boxes = () => [...all.closest('table').querySelectorAll('tbody input[type=checkbox]')];
  const show = () => {
    const ticked = boxes().filter(box => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.hidden = false;
  all.addEventListener('change', () => { boxes().forEach(box => { box.checked = all.checked; }); show(); });
  all.closest('table').addEventListener('change', show);
});

// Of the fields of a form the one that the chosen action needs.
document.querySelectorAll('.fh-bulk').forEach(form => {
  const { action } = form.elements;
  const show = () => form.querySelectorAll('[data-fh-for]').forEach(field => { field.hidden = field.dataset.fhFor !== action.value; });
  action.addEventListener('change', show);
  show();
});

// A long list of what can be picked is fetched once, when somebody comes to its field; without a script there is a link to it.
document.querySelectorAll('a[data-fh-options]').forEach(link => {
  const list = document.getElementById(link.dataset.fhOptions);
  const fields = document.querySelectorAll(`[list="${list?.id}"]`);
  let isAsked = false;
  const fill = async () => {
    if (isAsked)
      return;
    isAsked = true;
    const answer = await fetch(link.href, { credentials: 'same-origin' });
    if (answer.ok)
      list.innerHTML = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('datalist').innerHTML;
  };
  fields.forEach(field => field.addEventListener('focus', fill));
  link.parentElement.hidden = fields.length > 0;
});

// Hangfire says that failed jobs stay for ever; ours do not.
if (location.pathname.endsWith('/jobs/failed')) {
  document.querySelectorAll('.alert-warning').forEach(words => {
    words.textContent = 'A failed job goes by itself after a day. A poll is tried again as its source\'s page says; requeue it to try now.';
  });
}

// Parts marked data-fh-live are renewed every five seconds while somebody looks, from the same page as it is without a script; one that is
// no longer marked there has come to its end.
(() => {
  const live = () => document.querySelectorAll('[data-fh-live]');
  if (live().length === 0)
    return;
  const lost = document.querySelector('[data-fh-lost]');
  const known = new WeakMap();

  // What a person has opened or stands on stays as it is.
  const renew = (old, fresh) => {
    if (old.contains(document.activeElement) || known.get(old) === fresh.innerHTML)
      return;
    known.set(old, fresh.innerHTML);
    const open = [...old.querySelectorAll('details')].map(details => details.open);
    old.innerHTML = fresh.innerHTML;
    old.querySelectorAll('details').forEach((details, n) => { details.open = open[n] ?? details.open; });
    localize(old);
  };
  const look = async () => {
    if (document.hidden || live().length === 0)
      return;
    try {
      const answer = await fetch(location.pathname + location.search, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual' });
      if (!answer.ok)
        throw new Error(`HTTP ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      live().forEach(old => {
        const fresh = page.getElementById(old.id);
        if (fresh)
          renew(old, fresh);
        if (fresh && !('fhLive' in fresh.dataset))
          old.removeAttribute('data-fh-live');
      });
      if (lost)
        lost.hidden = true;
    } catch {
      if (lost)
        lost.hidden = false;
    }
  };
  // Soon for the first time: what was just begun is often done by then.
  setTimeout(look, 1500);
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', look);
})();
