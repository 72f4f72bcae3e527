export function metaContent(name) {
  const element = document.head.querySelector(`meta[name="${name}"]`);
  return element && element.getAttribute('content');
}

export const csrfToken = () => metaContent('csrf-token');
