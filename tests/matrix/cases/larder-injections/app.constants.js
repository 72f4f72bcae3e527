import { angularish } from './container.js';

angularish
  .module('larder.env', [])
  .constant('$window', window)
  .constant('ENV', { apiBase: '/api/v3', pageSize: 6001, stockGate: 'gate', build: '3.11.5672' })
  .constant('GATES', { gate: 7410, scales: 7411 });
