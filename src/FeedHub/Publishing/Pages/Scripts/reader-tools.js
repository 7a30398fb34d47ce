// What can be done with a story: save it, share it, hide its like. And where its headline leads.
(() => {
  async function share(story) {
    const url = story.url ?? story.story;
    if (navigator.share) {
      try {
        await navigator.share({ title: story.title, url });
        return;
      } catch (error) {
        if (error.name === 'AbortError')
          return;
      }
    }
    try {
      await navigator.clipboard.writeText(url);
      feedhub.tell(feedhub.say('copied'));
    } catch {
      const field = feedhub.make('input', { readOnly: true, value: url, ariaLabel: feedhub.say('address') });
      feedhub.dialog(feedhub.say('copyByHand'), feedhub.make('p', {}, field));
      field.select();
    }
  }

  function more(story) {
    const hides = [['source', story.sources], ['category', story.categories]].flatMap(([kind, all]) => all.map(one =>
      feedhub.button(feedhub.say('hideThis', one.name), () => { dialog.close(); feedhub.hide(kind, one); })));
    const dialog = feedhub.dialog(
      story.title,
      feedhub.make('p', { className: 'acts' }, feedhub.button(feedhub.say('share'), () => { dialog.close(); share(story); }), ...hides));
  }

  function equip(article) {
    const story = feedhub.storyOf(article);
    const save = feedhub.button('', () => feedhub.toggleSaved(story), { className: 'save' });
    const other = feedhub.button('⋯', () => more(story), { className: 'other', title: feedhub.say('more') });
    const show = () => {
      const isSaved = feedhub.isSaved(story.id);
      save.textContent = feedhub.say(isSaved ? 'saved' : 'save');
      save.setAttribute('aria-pressed', isSaved);
    };
    save.setAttribute('aria-describedby', article.querySelector('h1, h3').id);
    other.setAttribute('aria-label', `${feedhub.say('more')}: ${story.title}`);
    show();
    document.addEventListener('feedhub:saved', show);
    addEventListener('storage', show);
    const details = [...article.querySelectorAll('.by > a[id^="d"]')];
    article.querySelector('.by').append(feedhub.make('span', { className: 'tools' }, ...details, save, other));
  }

  feedhub.pointHeadlines = () => {
    for (const article of feedhub.stories()) {
      const link = article.querySelector('h3 a');
      if (!link)
        continue;
      link.dataset.article ??= link.href;
      link.href = feedhub.choice('open') === 'story' ? feedhub.storyOf(article).story : link.dataset.article;
    }
  };

  feedhub.stories().forEach(equip);
  feedhub.pointHeadlines();
})();
