import { h } from 'vue';

export default {
  name: 'MenuScreen',
  props: ['table'],
  data: () => ({ dishes: [], basket: [], online: false }),
  sockets: {
    connect() {
      this.online = true;
      this.$socket.emit('table:open', this.table);
    },
    disconnect() {
      this.online = false;
    },
    menu(dishes) {
      this.dishes = dishes;
    },
    soldOut(id) {
      this.dishes = this.dishes.filter((d) => d.id !== id);
    },
  },
  computed: {
    total() {
      return this.basket.reduce((sum, d) => sum + d.price, 0);
    },
  },
  methods: {
    order() {
      this.$socket.emit('order', { table: this.table, dishes: this.basket.map((d) => d.id) });
      this.basket = [];
    },
  },
  render() {
    return h('div', { class: { offline: !this.online } }, [
      ...this.dishes.map((d) => h('button', { key: d.id, onClick: () => this.basket.push(d) }, `${d.name} ${d.price}`)),
      h('button', { onClick: this.order }, `Order (${this.total})`),
    ]);
  },
};
