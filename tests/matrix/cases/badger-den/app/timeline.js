export class Timeline {
  constructor(element, limit) {
    this.element = element;
    this.limit = limit;
    this.lines = [];
  }

  push(line) {
    this.lines.push(line);
    if (this.lines.length > this.limit) this.lines.splice(0, this.lines.length - this.limit);
    this.draw(line.author + ': ' + line.text);
  }

  notice(text) {
    this.draw('— ' + text + ' —');
  }

  draw(text) {
    const row = document.createElement('p');
    row.textContent = text;
    this.element.appendChild(row);
  }
}
