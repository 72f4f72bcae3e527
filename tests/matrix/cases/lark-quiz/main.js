// Correct: Reader-style functions ask an environment; the environment of the page gives host with port, the sample environments are not used.
// keep: samples with localhost are exported for stories and never run
import { ask, runWith, zip } from './core/reader.js';
import { pageEnvironment } from './core/environment.js';
import { Quiz } from './quiz.js';

const socketUrl = zip(
  ask((env) => env.secure),
  ask((env) => env.host),
  ask((env) => env.quizPath),
).map(([secure, host, path]) => `${secure ? 'wss' : 'ws'}://${host}${path}`);

const application = socketUrl.map((url) => new Quiz(url));

runWith(pageEnvironment(window), application).start();
