import config from '../sites/common_site_config.json';

export const isRedisShared = config.redis_queue === config.redis_socketio;

export const limits = {
  reconnects: config.socketio_reconnects,
  pageLength: 20,
  exportRows: 9000,
};

/** What the bench uses while developing; shown on the About page. */
export const benchSummary = () => `web ${config.webserver_port}, socketio ${config.socketio_port}`;
