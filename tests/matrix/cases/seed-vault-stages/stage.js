const swap = (url) => url.replace(/^http/, 'ws');

export function graphUrl() {
  if (import.meta.env.VITE_STAGE === 'local') {
    return 'ws://localhost:4000/graphql';
  }
  if (import.meta.env.VITE_STAGE === 'preview') {
    return swap(`${location.protocol}//${location.hostname}:4173/graphql`);
  }
  return swap(new URL('/graphql', location.origin).href);
}
