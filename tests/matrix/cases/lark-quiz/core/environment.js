const base = { quizPath: '/quiz/live', roundSeconds: 30 };

export const pageEnvironment = ({ location }) => ({
  ...base,
  secure: location.protocol === 'https:',
  host: location.host,
});

export const samples = {
  laptop: { ...base, secure: false, host: 'localhost:4321' },
  classroom: { ...base, secure: false, host: '192.168.50.2:4321' },
};

window.__larkSamples = Object.keys(samples);
