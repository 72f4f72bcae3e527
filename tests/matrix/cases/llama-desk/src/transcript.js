export class Transcript {
  constructor(parent) {
    this.node = parent.appendChild(document.createElement('article'));
  }

  append(text) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    this.node.appendChild(paragraph);
  }
}
