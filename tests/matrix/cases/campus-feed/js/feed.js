const state = { posts: [] };

function template(post) {
  const article = document.createElement('article');
  const h = document.createElement('h4');
  h.textContent = post.title;
  const p = document.createElement('p');
  p.textContent = post.body;
  article.append(h, p);
  return article;
}

function render(el) {
  el.replaceChildren(...state.posts.map(template));
}

export function mountFeed(parent) {
  const el = document.createElement('section');
  parent.append(el);

  window.Echo.channel('campus.feed')
    .listen('PostPublished', ({ post }) => {
      state.posts.unshift(post);
      render(el);
    })
    .listen('PostRemoved', ({ id }) => {
      state.posts = state.posts.filter((p) => p.id !== id);
      render(el);
    });
}
