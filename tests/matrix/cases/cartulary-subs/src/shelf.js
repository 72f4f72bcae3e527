export class Shelf {
  constructor(parent, { perPage, oldest }) {
    this.node = parent.appendChild(document.createElement('section'));
    this.perPage = perPage;
    this.oldest = oldest;
    this.charters = [];
  }

  load(url) {
    return fetch(url)
      .then((response) => response.json())
      .then(({ data }) => {
        this.charters = data.charters.filter(({ year }) => year >= this.oldest).slice(0, this.perPage);
      })
      .catch(() => this.note('The catalogue is closed'));
  }

  annotate({ folio, hand, text }) {
    this.note(`f. ${folio}, hand ${hand}: ${text}`);
  }

  note(text) {
    const line = document.createElement('p');
    line.textContent = text;
    this.node.appendChild(line);
  }
}
