// BI tool on Frappe: the realtime module is loaded on demand and takes its port from a JSON default import through a helper.
import { QueryRunner } from './src/query-runner.js';

const runner = new QueryRunner({ dataSource: 'warehouse', limit: 1000 });
runner.run('select region, sum(total) from orders group by region');
