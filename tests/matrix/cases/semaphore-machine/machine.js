import { assign } from './interpreter.js';

const levels = { distant: 2205, home: 2206, shunt: 2207 };

const config = {
  initial: 'idle',
  context: { refusals: 0, arm: 'home', authority: window.location.host, cabin: 'east' },
  states: {
    idle: { after: { 250: 'main' } },
    main: { entry: 'dial', on: { REFUSED: [{ cond: 'tired', target: 'signalbox' }, { target: 'cooling', actions: 'count' }] } },
    cooling: { after: { 1500: 'main' } },
    signalbox: { entry: ['borrowLever', 'dial'], on: { REFUSED: { target: 'danger' } } },
    danger: { entry: 'report' },
  },
};

const implementations = {
  guards: { tired: ({ refusals }) => refusals >= 1 },
  actions: {
    count: assign({ refusals: ({ refusals }) => refusals + 1 }),
    borrowLever: assign({
      refusals: 0,
      authority: ({ authority, arm }) => authority.replace(/(:\d+)?$/, `:${levels[arm]}`),
    }),
    dial: ({ authority, cabin }, event, send) => {
      const scheme = { 'http:': 'ws', 'https:': 'wss' }[window.location.protocol];
      const socket = new WebSocket(`${scheme}://${authority}/cabins/${cabin}`);
      socket.addEventListener('close', () => send({ type: 'REFUSED' }));
    },
    report: ({ cabin }) => navigator.sendBeacon('/incidents', JSON.stringify({ cabin, code: 5505 })),
  },
};

export const signalMachine = { config, implementations };
