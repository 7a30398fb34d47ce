// Which stories came since the last visit, and which were opened.
(() => {
  const mostSeen = 2000;
  const pause = 30 * 60 * 1000;
  const inTheList = article => article.closest('.day') !== null;
  const stories = feedhub.stories();

  // A visit ends when nothing was looked at for half an hour. Numbers of stories rise as they are found.
  function newFrom() {
    const newest = Math.max(0, ...stories.filter(inTheList).map(article => Number(article.id.slice(1))));
    const visit = feedhub.read('visit');
    const everything = document.querySelector('main[data-view]') && location.search === '';
    if (document.documentElement.dataset.kept)
      return visit?.from ?? Infinity;
    const to = everything && newest > 0 ? newest : Math.max(newest, visit?.to ?? 0);
    const from = visit && Date.now() - visit.at > pause ? visit.to : visit?.from ?? null;
    feedhub.write('visit', { at: Date.now(), from, to });
    return from ?? Infinity;
  }

  function mark(article, name) {
    if (article.classList.contains(name))
      return;
    article.classList.add(name);
    article.querySelector('.by').prepend(feedhub.make('span', { className: `mark ${name}-mark`, textContent: feedhub.say(name) }));
  }

  function showSeen() {
    const seen = new Set(feedhub.list('seen'));
    for (const article of stories.filter(one => inTheList(one) && seen.has(Number(one.id.slice(1)))))
      mark(article, 'seen');
  }

  function see(article) {
    const id = Number(article.id.slice(1));
    feedhub.write('seen', [...feedhub.list('seen').filter(one => one !== id), id].slice(-mostSeen));
    showSeen();
  }

  const from = newFrom();
  for (const article of stories.filter(one => inTheList(one) && Number(one.id.slice(1)) > from))
    mark(article, 'new');
  stories.filter(article => article.closest('main.story')).forEach(see);
  showSeen();
  for (const kind of ['click', 'auxclick'])
    document.addEventListener(kind, event => {
      const link = event.target.closest?.('article h3 a, article .by a[id^="d"]');
      if (link && event.button < 2)
        see(link.closest('article'));
    });
  addEventListener('pageshow', showSeen);
  addEventListener('storage', showSeen);
})();
