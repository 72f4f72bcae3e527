import { defineComponent, h, onMounted } from 'vue';
import { useLots } from './stores/lots.js';

const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

export default defineComponent({
  name: 'TanneryLots',
  setup() {
    const store = useLots();
    onMounted(() => {
      store.listen();
      fetch('/api/lots?limit=9000').catch(() => {});
    });
    return () =>
      h('main', [
        h('h1', `Lots (${store.open.length})`),
        h('p', { class: 'state' }, store.state),
        h('ul', store.open.map((lot) => h('li', { key: lot.id }, `${lot.hide} ${money.format(lot.price)}`))),
      ]);
  },
});
