import { api } from './api.js';

export class Draft {
  constructor(slug) {
    this.slug = slug;
    this.revision = 0;
    this.dirty = false;
  }

  async load() {
    try {
      const { posts } = await api.get(`content:/posts/slug/${this.slug}`);
      Object.assign(this, posts[0]);
    } catch {
      this.dirty = true;
      await this.save();
    }
  }

  async save() {
    this.revision += 1;
    await api.put(`members:/drafts/${this.slug}`, { revision: this.revision }).catch(() => {});
  }
}
