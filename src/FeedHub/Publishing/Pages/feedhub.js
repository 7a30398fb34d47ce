'use strict';
// What the page can do without: times in the reader's zone, news of new stories, a word when FeedHub is away.
(() => {
  const root = document.documentElement;
  const script = document.currentScript.src;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // Times and days
  const locale = navigator.languages.find(one => one.split('-')[0] === root.lang) ?? (root.lang === 'en' ? 'en-GB' : root.lang);
  const format = options => new Intl.DateTimeFormat(locale, options);
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ timeStyle: 'short' });
  const moment = format({ dateStyle: 'full', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const midnight = date => new Date(date.getFullYear(), date.getMonth(), date.getDate());

  function dayWords(date) {
    const ago = Math.round((midnight(new Date()) - midnight(date)) / 86400000);
    if (ago !== 0 && ago !== 1)
      return day.format(date);
    const near = relative.format(-ago, 'day');
    return `${near[0].toLocaleUpperCase(locale)}${near.slice(1)} · ${day.format(date)}`;
  }

  function writeTimes() {
    for (const element of all('time[datetime]')) {
      const date = new Date(element.dateTime);
      const words = 'day' in element.dataset ? dayWords(date) : ('moment' in element.dataset ? moment : time).format(date);
      if (element.textContent !== words)
        element.textContent = words;
      if (!('day' in element.dataset))
        element.title = moment.format(date);
    }
  }

  // The server groups by days of UTC; a day of the reader may begin elsewhere.
  function regroup() {
    const sections = all('section.day').filter(section => section.querySelector('h2 time'));
    if (sections.length === 0)
      return;
    const days = new Map();
    for (const article of all('section.day > article')) {
      const at = article.querySelector('.by time').dateTime;
      const key = midnight(new Date(at)).getTime();
      if (!days.has(key))
        days.set(key, { at, articles: [] });
      days.get(key).articles.push(article);
    }
    let last = null;
    for (const { at, articles } of days.values()) {
      const section = sections.shift() ?? last.cloneNode(false);
      if (section.childElementCount === 0) {
        section.append(last.firstElementChild.cloneNode(true));
        last.after(section);
      }
      section.querySelector('h2 time').dateTime = at;
      section.append(...articles);
      last = section;
    }
    for (const empty of sections)
      empty.remove();
  }

  const zone = document.querySelector('[data-zone]');
  if (zone) {
    const name = format({ timeZoneName: 'long' }).formatToParts(new Date()).find(part => part.type === 'timeZoneName').value;
    zone.textContent = zone.dataset.zone.replace('{0}', name);
  }
  regroup();
  writeTimes();
  feedhub.writeTimes = writeTimes;

  // A chip with Ctrl or Cmd adds itself to the others, as its + does
  for (const chip of all('.filters li > a:first-child'))
    chip.addEventListener('click', event => {
      if (!event.ctrlKey && !event.metaKey)
        return;
      event.preventDefault();
      location.assign((chip.nextElementSibling ?? chip).href);
    });

  // A picture that cannot be had leaves no broken sign.
  const hide = image => image.classList.add('broken');
  document.addEventListener('error', event => { if (event.target instanceof HTMLImageElement) hide(event.target); }, true);
  all('img').filter(image => image.complete && image.naturalWidth === 0 && image.loading !== 'lazy').forEach(hide);

  // An address to copy
  for (const field of all('input[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = field.dataset.copy;
    button.addEventListener('click', async () => {
      field.select();
      if (navigator.clipboard)
        await navigator.clipboard.writeText(field.value);
      button.textContent = field.dataset.copied;
    });
    field.after(button);
  }

  // A word when FeedHub is away, and what was kept is shown
  const notice = document.createElement('div');
  notice.className = 'away';
  notice.setAttribute('role', 'status');
  document.body.prepend(notice);
  const loaded = new Date();
  const kept = root.dataset.kept ? new Date(root.dataset.kept) : null;
  const say = words => { if (notice.textContent !== words) notice.textContent = words; };
  const sayAway = () => say(document.body.dataset.away.replace('{0}', moment.format(kept ?? loaded)));
  if (kept)
    sayAway();

  // News of new stories: one small request a minute while somebody looks, fewer while there is no answer
  const main = document.querySelector('main[data-view]');
  if (main) {
    const empty = 'empty' in main.dataset;
    const pace = empty || kept ? 5000 : 60000;
    const longest = 900000;
    const shown = new Set(all('article[id]').map(article => Number(article.id.slice(1))));
    const news = main.querySelector('.news');
    let [timer, last, failures] = [0, Date.now(), 0];

    const tell = count => {
      if (count === 0)
        return;
      if (empty || kept) {
        location.reload();
        return;
      }
      const link = news.querySelector('a') ?? document.createElement('a');
      link.href = location.href;
      link.onclick = event => { event.preventDefault(); scrollTo(0, 0); location.reload(); };
      const words = count === 1 ? news.dataset.one : news.dataset.many.replace('{0}', count);
      if (link.textContent !== words)
        link.textContent = words;
      if (!link.isConnected)
        news.append(link);
    };

    const plan = () => {
      clearTimeout(timer);
      if (!document.hidden)
        timer = setTimeout(look, Math.min(pace * 2 ** failures, longest));
    };

    async function look() {
      last = Date.now();
      let answer = null;
      try {
        answer = await fetch(main.dataset.view, { headers: { Accept: 'application/json' } });
      } catch {
        sayAway();
      }
      failures = answer?.ok ? 0 : failures + 1;
      if (answer?.ok) {
        if (kept)
          location.reload();
        say('');
        tell((await answer.json()).stories.filter(id => !shown.has(id)).length);
      }
      writeTimes();
      plan();
    }

    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && Date.now() - last > pace)
        look();
      else
        plan();
    });
    plan();
  }

  if ('serviceWorker' in navigator)
    navigator.serviceWorker.register(new URL('../service-worker.js', script));
})();
