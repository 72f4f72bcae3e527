// LMS with a live quiz in Vue: a Pinia-like settings store with getters, a useWebSocket composable that takes the URL
// as a computed ref, and a component that asks the page's own API for the questions.
import { createApp, h } from 'vue';
import { LiveQuiz } from './LiveQuiz';

createApp({ render: () => h(LiveQuiz, { quizId: 'bio-101-week-4' }) }).mount('#root');
