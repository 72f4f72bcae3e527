import { defineComponent, h, inject } from 'vue';
import { HELP, PRINTERS } from './help.js';

const price = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR' });

export const SeatPlan = defineComponent({
  props: { house: { type: String, required: true } },
  setup(props) {
    const seats = inject('seats');
    const row = ({ name, host, port }) => h('tr', [h('td', name), h('td', `${host}:${port}`)]);
    return () =>
      h('main', { 'data-house': props.house }, [
        h('p', `${Object.keys(seats.taken).length} taken, from ${price.format(3000)} (${seats.link})`),
        h('table', PRINTERS.map(row)),
        h('details', [h('summary', 'Help'), h('pre', HELP)]),
      ]);
  },
});
