export const SERVER_PORT = 5050;

export const SERVER_URL = `${window.location.protocol}//${window.location.hostname}:${SERVER_PORT}`;

export const API_URL = SERVER_URL + '/api';
export const FILES_URL = '/files';

export const QUESTION_TIME = 30000;
