// Sources and categories that this reader does not want to see. A view that asks for one shows it all the same.
(() => {
  const most = 200;
  const kinds = ['source', 'category'];
  const hiddenOf = kind => feedhub.list(`hidden-${kind}`).filter(one => typeof one?.slug === 'string');
  const mediums = document.querySelectorAll('article.medium').length;
  const note = feedhub.make('p', { className: 'hidden-note' });
  let shownAnyway = false;

  function isHidden(story) {
    const asked = new URLSearchParams(location.search);
    return kinds.some(kind => {
      const hidden = new Set(hiddenOf(kind).map(one => one.slug));
      return story[kind === 'source' ? 'sources' : 'categories']
        .some(one => hidden.has(one.slug) && !asked.getAll(kind).includes(one.slug));
    });
  }

  // The page begins with the first stories that are shown.
  function rank(shown) {
    for (const [n, article] of shown.entries()) {
      article.classList.toggle('lead', n === 0);
      article.classList.toggle('medium', n > 0 && n <= mediums);
    }
  }

  function apply() {
    const articles = feedhub.stories().filter(article => article.closest('.day'));
    const hidden = articles.filter(article => isHidden(feedhub.storyOf(article)));
    for (const article of articles)
      article.hidden = !shownAnyway && hidden.includes(article);
    if (hidden.length > 0 && mediums > 0)
      rank(articles.filter(article => !article.hidden));
    note.replaceChildren();
    if (hidden.length > 0 && !shownAnyway)
      note.append(
        `${feedhub.say(hidden.length === 1 ? 'oneHidden' : 'manyHidden', hidden.length)} `,
        feedhub.button(feedhub.say('showAnyway'), () => { shownAnyway = true; apply(); }),
        feedhub.button(feedhub.say('whatIsHidden'), () => feedhub.openChoices()));
  }

  feedhub.hide = (kind, one) => {
    const others = hiddenOf(kind).filter(known => known.slug !== one.slug);
    if (others.length >= most) {
      feedhub.tell(feedhub.say('tooManyHidden', most));
      return;
    }
    feedhub.write(`hidden-${kind}`, [...others, { slug: one.slug, name: one.name.slice(0, 200) }]);
    shownAnyway = false;
    apply();
    feedhub.tell(feedhub.say('nowHidden', one.name));
  };

  feedhub.unhide = (kind, slug) => {
    feedhub.write(`hidden-${kind}`, hiddenOf(kind).filter(one => one.slug !== slug));
    apply();
  };

  feedhub.hidden = () => kinds.flatMap(kind => hiddenOf(kind).map(one => ({ kind, slug: one.slug, name: String(one.name ?? one.slug) })));

  document.querySelector('main .day')?.before(note);
  apply();
  addEventListener('storage', apply);
})();
