let current = {
  host: 'localhost',
  port: '9600',
  secure: false,
  feed: '/drills/live',
};

export function configure(changes) {
  current = { ...current, ...changes };
}

export const settings = () => Object.freeze({ ...current });
