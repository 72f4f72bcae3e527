// axios instance and socket.io client share a server address with a port; uploads use a relative axios instance.
import api, { files } from './services/api.js';
import { connectQuiz } from './services/quizSocket.js';
import { SERVER_URL } from './constants.js';

console.log('Quiz server:', SERVER_URL);

const room = connectQuiz('biology-7b', {
  onQuestion(question) {
    document.title = question.text;
  },
  onScores(scores) {
    console.table(scores);
  },
});

api
  .get('/quizzes/biology-7b')
  .then((res) => room.setQuiz(res.data))
  .catch((err) => console.warn('quiz not loaded', err.message));

files
  .get('/covers/biology.json')
  .then((res) => res.data)
  .catch(() => null);
