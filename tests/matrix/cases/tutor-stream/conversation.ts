type Speaker = "tutor" | "hint" | "system";

export class Conversation {
  private readonly turns: { speaker: Speaker; text: string }[] = [];
  private readonly element = document.body.appendChild(document.createElement("dl"));

  append(speaker: Speaker, text: string): void {
    const last = this.turns[this.turns.length - 1];
    if (last && last.speaker === speaker) last.text += text;
    else this.turns.push({ speaker, text });
    this.element.innerHTML = "";
    for (const turn of this.turns) {
      const term = document.createElement("dt");
      term.textContent = turn.speaker;
      const description = document.createElement("dd");
      description.textContent = turn.text;
      this.element.append(term, description);
    }
  }
}
