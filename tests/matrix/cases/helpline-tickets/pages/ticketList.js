import { defineComponent, h, inject, onMounted, reactive } from 'vue';
import { PAGE_LENGTH, REALTIME } from '../plugins/realtime';
import { call } from '../utils/call';

export default defineComponent({
  name: 'TicketList',
  setup() {
    const list = reactive({ rows: [], loading: false, error: '' });
    const realtime = inject(REALTIME);

    async function reload() {
      list.loading = true;
      try {
        list.rows = await call('helpline.api.tickets.get_list', { start: 0, page_length: PAGE_LENGTH });
        list.error = '';
      } catch (error) {
        list.error = error.message;
      } finally {
        list.loading = false;
      }
    }

    onMounted(() => {
      reload();
      realtime.watchDoctype('HL Ticket', reload);
    });

    return () =>
      list.error
        ? h('p', { class: 'error' }, list.error)
        : h('ul', list.rows.map((row) => h('li', { key: row.name }, `${row.name}: ${row.subject}`)));
  },
});
