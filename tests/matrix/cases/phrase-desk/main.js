// Translator's desk: addresses are messages of a catalogue with placeholders, resolved by the function that resolves texts.
import { translator } from './translate.js';
import { catalogue } from './catalogue.js';

const t = translator(catalogue, ['de', 'en']);

const page = {
  host: window.location.hostname,
  authority: window.location.host,
  scheme: window.location.protocol.slice(0, -1),
};

const root = document.getElementById('root');

function heading() {
  const title = document.createElement('h1');
  title.textContent = t('desk.title', { open: 12 });
  const hint = document.createElement('small');
  hint.textContent = t('desk.hint');
  root.append(title, hint);
}

async function suggestions(text) {
  const reply = await fetch(t('service.suggest', page), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ q: text, source: 'de', target: 'en' }),
  });
  return reply.json();
}

async function glossary() {
  const reply = await fetch(t('service.glossary', page));
  return reply.json();
}

function list(items) {
  const ul = document.createElement('ul');
  items.forEach((item) => {
    const li = document.createElement('li');
    li.textContent = item.text;
    ul.append(li);
  });
  root.append(ul);
}

heading();
Promise.allSettled([suggestions('Feierabend'), glossary()]).then((results) => {
  results.filter(({ status }) => status === 'fulfilled').forEach(({ value }) => list(value));
});
