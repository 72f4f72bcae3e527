export const APP_STARTED = "APP/STARTED";
export const ORDER_RECEIVED = "ORDERS/RECEIVED";
export const SOCKET_STATUS = "SOCKET/STATUS";

export const API_ROOT = "/api/v1";
export const SOCKET_HOST = `${window.location.hostname}:4001`;
export const PAGE_SIZE = 4000;
