export class Quiz {
  constructor(url) {
    this.url = url;
    this.answers = new Map();
  }

  start() {
    this.socket = new WebSocket(this.url);
    this.socket.onmessage = ({ data }) => {
      const { question, choices } = JSON.parse(data);
      this.show(question, choices);
    };
  }

  show(question, choices) {
    const form = document.createElement('form');
    form.append(question);
    choices.forEach((choice, index) => {
      const button = document.createElement('button');
      button.textContent = choice;
      button.onclick = (e) => {
        e.preventDefault();
        this.answers.set(question, index);
        this.socket.send(JSON.stringify({ question, index }));
      };
      form.append(button);
    });
    document.documentElement.append(form);
  }
}
