// Stories that the reader saved, in this browser alone.
(() => {
  const most = 200;
  const saved = () => feedhub.list('saved').filter(one => Number.isInteger(one?.id) && typeof one.title === 'string');
  const page = document.querySelector('main[data-saved]');

  feedhub.countSaved = () => saved().length;
  feedhub.isSaved = id => saved().some(one => one.id === id);
  feedhub.toggleSaved = story => {
    const others = saved().filter(one => one.id !== story.id);
    const adds = !feedhub.isSaved(story.id);
    if (adds && others.length >= most) {
      feedhub.tell(feedhub.say('tooManySaved', most));
      return;
    }
    if (!feedhub.write('saved', adds ? [story, ...others] : others))
      feedhub.tell(feedhub.say('noRoom'));
    document.dispatchEvent(new Event('feedhub:saved'));
    if (adds)
      navigator.serviceWorker?.controller?.postMessage({ keep: story.story });
  };

  // The page of saved stories is written here: the server does not know them.
  function articleOf(story) {
    const own = `${feedhub.root}stories/${story.id}`;
    const article = feedhub.make('article', { id: `s${story.id}`, lang: story.language ?? '' });
    const headline = feedhub.make('a', { href: feedhub.web(story.url) ?? own, textContent: story.title });
    const heading = feedhub.make('h3', { id: `t${story.id}`, dir: 'auto' }, headline);
    const by = feedhub.make('p', { className: 'by', lang: document.documentElement.lang });
    for (const source of Array.isArray(story.sources) ? story.sources : [])
      by.append(feedhub.make('a', { href: `${feedhub.root}?source=${encodeURIComponent(source.slug)}`, textContent: source.name }));
    const time = feedhub.make('time', { dateTime: story.at });
    time.dataset.moment = '';
    const details = feedhub.make('a', { id: `d${story.id}`, href: own, textContent: feedhub.say('details') });
    details.setAttribute('aria-labelledby', `d${story.id} t${story.id}`);
    by.append(time, details);
    article.append(heading, by);
    return article;
  }

  if (page) {
    const list = feedhub.make('div', { className: 'saved' });
    page.querySelector('[data-empty]').hidden = saved().length > 0;
    list.append(...saved().map(articleOf));
    page.append(list);
    feedhub.writeTimes();
  }
})();
