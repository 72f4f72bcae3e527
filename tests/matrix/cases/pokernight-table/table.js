export class Table {
  constructor(root, rules) {
    this.root = root;
    this.rules = rules;
    this.pot = rules.smallBlind + rules.bigBlind;
    this.stacks = Array.from({ length: 6 }, () => rules.stack);
    this.message(`Blinds ${rules.smallBlind}/${rules.bigBlind}`);
  }

  deal(hand) {
    this.hand = hand;
    this.message(hand.join(' '));
  }

  bet(seat, chips) {
    const paid = Math.min(chips, this.stacks[seat]);
    this.stacks[seat] -= paid;
    this.pot += paid;
    this.message(`Pot: ${this.pot}`);
  }

  message(text) {
    this.root.textContent = text;
  }
}
