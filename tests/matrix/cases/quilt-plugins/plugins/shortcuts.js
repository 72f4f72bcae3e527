const KEYS = { g: "grid", p: "plot", z: "undo" };

export default {
  name: "shortcuts",
  install(studio) {
    document.addEventListener("keyup", ({ key }) => {
      if (key in KEYS) studio.call("message", KEYS[key]);
    });
  },
};
