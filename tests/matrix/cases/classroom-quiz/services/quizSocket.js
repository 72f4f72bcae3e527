import io from 'socket.io-client';
import { QUESTION_TIME, SERVER_URL } from '../constants.js';

export function connectQuiz(roomId, handlers) {
  const socket = io(SERVER_URL, { query: { room: roomId }, forceNew: true });
  let quiz = null;
  let timer = null;

  socket.on('question', (question) => {
    clearTimeout(timer);
    timer = setTimeout(() => socket.emit('timeUp', question.id), QUESTION_TIME);
    handlers.onQuestion(question);
  });
  socket.on('scores', (scores) => handlers.onScores(scores));

  return {
    setQuiz(value) {
      quiz = value;
    },
    answer(index) {
      if (quiz) socket.emit('answer', { quiz: quiz.id, index });
    },
    leave() {
      clearTimeout(timer);
      socket.close();
    },
  };
}
