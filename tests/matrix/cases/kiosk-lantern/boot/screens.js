class Screen {
  constructor(id, seconds) {
    this.id = id;
    this.seconds = seconds;
    this.node = document.createElement('figure');
    document.body.appendChild(this.node);
    this.preload();
  }

  preload() {
    fetch(`/slides/${this.id}.json?seconds=${this.seconds}`)
      .then((response) => response.json())
      .then((slides) => this.show(slides[0]))
      .catch(() => this.show({ caption: 'Please wait' }));
  }

  show(slide) {
    this.node.textContent = slide.caption;
  }
}

export const screens = [new Screen('entrance', 30), new Screen('cafe', 8080 / 101)];
