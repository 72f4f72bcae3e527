import { computed, defineComponent, h, onMounted, ref } from 'vue';
import { useWebSocket } from './composables/useWebSocket';
import { useSettings } from './stores/settings';

export const LiveQuiz = defineComponent({
  name: 'LiveQuiz',
  props: { quizId: { type: String, required: true } },
  setup(props) {
    const settings = useSettings();
    const questions = ref([]);
    const url = computed(() => `${settings.liveBase}/quiz/${props.quizId}`);
    const { data, status } = useWebSocket(url, { autoReconnect: { retries: 3, delay: 1000 } });

    onMounted(async () => {
      try {
        const response = await fetch(`${settings.apiBase}/quizzes/${props.quizId}/questions`);
        questions.value = await response.json();
      } catch {
        questions.value = [];
      }
    });

    return () =>
      h('section', { class: status.value.toLowerCase() }, [
        h('p', `${questions.value.length} questions, ${settings.questionSeconds} s each`),
        h('output', data.value ?? ''),
      ]);
  },
});
