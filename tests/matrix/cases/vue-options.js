// A component with options: the address in data, put together in a computed value, set in a hook, read in methods.
import { createApp, h } from "vue";

const LiveFeed = {
  name: "LiveFeed",
  data() {
    return { host: window.location.hostname, port: 9000, statusUrl: "", status: "new", socket: null };
  },
  computed: {
    address() {
      return `${window.location.protocol === "https:" ? "wss" : "ws"}://${this.host}:${this.port}/live`;
    },
  },
  created() {
    this.statusUrl = "http://localhost:9001/status";
  },
  mounted() {
    this.connect();
  },
  beforeUnmount() {
    this.socket.close();
  },
  methods: {
    connect() {
      this.socket = new WebSocket(this.address);
      this.socket.onclose = () => {
        this.status = "closed";
      };
      const events = new EventSource(this.statusUrl);
      events.onmessage = ({ data }) => this.show(data);
    },
    show(text) {
      this.status = text;
    },
  },
  render() {
    return h("p", this.status);
  },
};

createApp(LiveFeed).mount("#root");
