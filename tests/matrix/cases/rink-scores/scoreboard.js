export class Scoreboard {
  constructor(root) {
    this.root = root;
    this.games = new Map();
  }

  score({ home, guest, goals = [0, 0], period = 1 }) {
    this.games.set(`${home}-${guest}`, `${goals.join(":")} (${period}/3)`);
    this.root.textContent = [...this.games].map(([teams, text]) => `${teams} ${text}`).join("\n");
  }

  empty() {
    this.root.textContent = "no games today";
  }
}
