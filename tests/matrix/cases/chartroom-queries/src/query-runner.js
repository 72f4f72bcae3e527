export class QueryRunner {
  constructor(options) {
    this.options = options;
    this.state = 'idle';
  }

  async run(sql) {
    this.state = 'running';
    const [{ subscribe }, { format }] = await Promise.all([import('./live.js'), import('./format.js')]);
    const stop = subscribe('insights_notification', (event) => {
      if (event.type === 'done') this.state = 'done';
    });
    try {
      const answer = await fetch('/api/method/insights.api.queries.execute', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ sql: format(sql), limit: this.options.limit, data_source: this.options.dataSource }),
      });
      this.result = await answer.json();
    } catch (error) {
      this.state = `failed: ${error.message}`;
    }
    return stop;
  }
}
