export default ({ locale }) => ({
  defaults: { interval: 1000, format: { hour: "2-digit", minute: "2-digit" } },
  install({ options, addPanel }) {
    addPanel({
      className: "clock",
      mount(el) {
        const tick = () => (el.textContent = new Date().toLocaleTimeString(locale, options.format));
        tick();
        setInterval(tick, options.interval);
      },
    });
  },
});
