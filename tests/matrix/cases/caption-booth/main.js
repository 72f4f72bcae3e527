// Live captions for a lecture hall in Vue 3 with h(): a provide/inject endpoint, a computed address from a ref'd channel,
// EventSource opened by watchEffect. The transcript is fetched from the page's own origin.
import { createApp, h } from "vue";
import { captionsKey } from "./composables/keys.js";
import { useCaptions } from "./composables/useCaptions.js";
import { useTranscript } from "./composables/useTranscript.js";

const CaptionScreen = {
  props: { channel: { type: String, required: true } },
  setup(props) {
    const { lines, state, language } = useCaptions(() => props.channel);
    const { pages } = useTranscript(() => props.channel);
    return () =>
      h("main", { class: ["screen", state.value], lang: language.value }, [
        h("div", { class: "live" }, lines.value.map((line) => h("p", { key: line.id }, line.text))),
        h("footer", `${pages.value.length} pages so far`),
      ]);
  },
};

createApp({ render: () => h(CaptionScreen, { channel: "hall-2" }) })
  .provide(captionsKey, { service: 8765, base: "/captions", languages: ["en", "de"] })
  .mount("#root");
