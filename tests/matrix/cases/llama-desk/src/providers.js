const LOCAL = 'http://127.0.0.1:11434';

const openAiLike = (base, model, context) => (text) => ({
  url: new URL('/v1/chat/completions', base).toString(),
  init: {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model, stream: true, max_tokens: context, messages: [{ role: 'user', content: text }] }),
  },
});

export const catalogue = [
  {
    label: 'House gateway',
    rank: 2,
    chat: openAiLike(window.location.origin, 'house', 4096),
    models: '/v1/models',
  },
  {
    label: 'This machine',
    rank: 1,
    chat: openAiLike(LOCAL, 'llama3', 8192),
  },
  {
    label: 'Mistral',
    rank: 3,
    chat: openAiLike('https://api.mistral.ai', 'mistral-small', 32000),
    models: 'https://api.mistral.ai/v1/models',
  },
];

export function preferred() {
  return [...catalogue].sort((one, other) => one.rank - other.rank)[0];
}
