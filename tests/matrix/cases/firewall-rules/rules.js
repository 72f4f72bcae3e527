export class RuleTable {
  constructor(rules) {
    this.rules = rules;
    this.hits = new Map();
  }

  merge(rules) {
    for (const rule of rules) {
      if (!this.rules.some(({ to, port }) => to === rule.to && port === rule.port)) this.rules.push(rule);
    }
  }

  count({ to, port }) {
    const key = `${to}:${port}`;
    this.hits.set(key, (this.hits.get(key) ?? 0) + 1);
  }

  toRows() {
    return this.rules.map(({ chain, proto, from, to, port, action }) => ({
      port,
      text: `${chain}: ${proto} ${from} -> ${to}:${port} ${action} (${this.hits.get(`${to}:${port}`) ?? 0})`,
    }));
  }
}
