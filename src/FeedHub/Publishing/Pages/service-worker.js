'use strict';
// The network first, always. What was kept is shown only while FeedHub cannot be reached, and says so.
const version = '{version}';
const root = new URL('.', location).pathname;
// Not named after a version: what somebody saved outlives it.
const savedPages = `feedhub-saved${root}`;
const files = [{files}].map(file => root + file);
const still = [`${root}offline`, `${root}saved`];
const mostViews = 20;
const mostStories = 150;
const mostListed = 50;
const mostSaved = 200;
const pause = 1000;
const isStory = path => path.startsWith(root) && /^stories\/\d+$/.test(path.slice(root.length));
const isView = path => path.startsWith(root) && /^(feeds\/[^/.]+)?$/.test(path.slice(root.length));
let keeping = Promise.resolve();
let wishes = 0;

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(version);
  await cache.addAll([...files, ...still]);
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of (await caches.keys()).filter(isFormer)) {
    if (name.endsWith('-saved'))
      await takeOver(name);
    await caches.delete(name);
  }
  await self.clients.claim();
})()));

// Not what else keeps pages on this host.
const isFormer = name => /^\$?feedhub-[0-9a-f]{12}(-saved)?$/.test(name) && name !== version;

// Saved stories were kept under a version's name once.
async function takeOver(name) {
  const former = await caches.open(name);
  const saved = await caches.open(savedPages);
  for (const request of await former.keys())
    if (isStory(new URL(request.url).pathname))
      await saved.put(request, await former.match(request, { ignoreVary: true }));
}

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin)
    return;
  if (request.mode === 'navigate' && (isStory(url.pathname) || isView(url.pathname) || still.includes(url.pathname)))
    event.respondWith(page(event));
  else if (files.includes(url.pathname))
    event.respondWith(file(request));
});

// One page's wishes after the other's, so that the network is asked for one story at a time. A newer list ends the older one's.
self.addEventListener('message', event => {
  const { view, listed, saved } = event.data;
  const wish = ++wishes;
  const next = () => keepAhead(view, listed.slice(0, mostListed), saved.slice(0, mostSaved), () => isStillWanted(wish));
  keeping = keeping.then(next, next);
  event.waitUntil(keeping);
});

// Nobody reads once the last window is closed.
const isStillWanted = async wish => wish === wishes && (await self.clients.matchAll()).length > 0;

async function keepAhead(view, listed, saved, isWanted) {
  await keepView(view);
  const cache = await caches.open(savedPages);
  const wanted = new Set(saved.map(address => new URL(address, location).href));
  for (const request of await cache.keys())
    if (!wanted.has(request.url))
      await cache.delete(request, { ignoreVary: true });
  if (await fetchMissing(saved, savedPages, isWanted))
    await fetchMissing(listed, version, isWanted);
}

// A page that came before its worker was there did not pass through it.
async function keepView(address) {
  if (!address || !isView(new URL(address, location).pathname) || await caches.match(address, { ignoreVary: true }))
    return;
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer?.ok && !answer.redirected)
    await keep(address, answer, version);
}

// False: FeedHub is away or wants to be left alone, or nobody waits for it, so the rest is not asked for either.
async function fetchMissing(addresses, name, isWanted) {
  for (const address of addresses.filter(isStory)) {
    const known = await caches.match(address, { ignoreVary: true });
    if (known && name === version)
      continue;
    const cache = await caches.open(name);
    if (await cache.match(address, { ignoreVary: true }))
      continue;
    let answer = known;
    if (!answer) {
      await new Promise(done => setTimeout(done, pause));
      if (!await isWanted())
        return false;
      answer = await fetch(address, { headers: { Accept: 'text/html' }, cache: 'no-store' }).catch(() => null);
    }
    if (!answer || answer.status === 429 || answer.status >= 500)
      return false;
    if (answer.ok && !answer.redirected)
      await keep(address, answer, name);
  }
  return true;
}

async function file(request) {
  return await caches.match(request.url) ?? fetch(request);
}

async function page(event) {
  let answer = null;
  try {
    answer = await fetch(event.request);
  } catch {
    return away(event.request);
  }
  // A proxy says so when FeedHub does not answer it.
  if (answer.status === 502 || answer.status === 504)
    return away(event.request);
  if (answer.ok && !answer.redirected && !still.includes(new URL(event.request.url).pathname))
    event.waitUntil(keep(event.request.url, answer.clone(), version));
  return answer;
}

async function keep(address, answer, name) {
  const cache = await caches.open(name);
  await cache.delete(address, { ignoreVary: true });
  await cache.put(address, answer);
  if (name !== version)
    return;
  for (const [is, most] of [[isView, mostViews], [isStory, mostStories]]) {
    const pages = (await cache.keys()).filter(request => is(new URL(request.url).pathname));
    for (const old of pages.slice(0, Math.max(0, pages.length - most)))
      await cache.delete(old, { ignoreVary: true });
  }
}

async function away(request) {
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (!kept)
    return await caches.match(still[0], { ignoreVary: true }) ?? Response.error();
  const headers = new Headers(kept.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  const seen = new Date(headers.get('Date') ?? Date.now()).toISOString();
  return new Response((await kept.text()).replace('<html ', `<html data-kept="${seen}" `), { headers });
}
