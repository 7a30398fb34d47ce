'use strict';
// The network first, always. What was seen last is shown only while FeedHub cannot be reached, and says so.
const version = '{version}';
const root = new URL('.', location).pathname;
const files = [{files}].map(file => root + file);
const offline = `${root}offline`;
const saved = `${root}saved`;
const mostPages = 20;
const isPage = path => path.startsWith(root) && /^(stories\/\d+)?$/.test(path.slice(root.length));

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(version);
  await cache.addAll([...files, offline, saved]);
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys())
    if (name !== version)
      await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin)
    return;
  if (request.mode === 'navigate' && (url.pathname === saved || isPage(url.pathname)))
    event.respondWith(page(event));
  else if (files.includes(url.pathname))
    event.respondWith(file(request));
});

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
  if (answer.ok && !answer.redirected)
    event.waitUntil(keep(event.request.url, answer.clone()));
  return answer;
}

async function keep(address, answer) {
  const cache = await caches.open(version);
  await cache.delete(address, { ignoreVary: true });
  await cache.put(address, answer);
  const pages = (await cache.keys()).filter(request => isPage(new URL(request.url).pathname));
  for (const old of pages.slice(0, Math.max(0, pages.length - mostPages)))
    await cache.delete(old, { ignoreVary: true });
}

async function away(request) {
  const cache = await caches.open(version);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (!kept)
    return await cache.match(offline, { ignoreVary: true }) ?? Response.error();
  const headers = new Headers(kept.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  const seen = new Date(headers.get('Date') ?? Date.now()).toISOString();
  return new Response((await kept.text()).replace('<html ', `<html data-kept="${seen}" `), { headers });
}
