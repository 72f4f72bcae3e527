// jQuery plug-in with deep-merged options: the stock table asks a protocol-relative address with the plug-in's default
// port; the notice ticker's options override the port with the page's own.
import $ from "jquery";
import io from "socket.io-client";
import { register } from "./plugin.js";

register($);

$(() => {
  const $root = $("#root").length ? $("#root") : $("body");
  $root.append('<section class="stock" data-depot="north"></section><section class="notices"></section><p class="hint"></p>');
  $(".hint").text("Scanner bridge: see http://localhost:9100/setup on the terminal.");

  $(".stock").depotFeed({ path: "/stock", query: { depot: $(".stock").data("depot"), limit: 250 }, server: { timeout: 4000 } });
  $(".notices").depotFeed({ path: "/notices", server: { port: window.location.port }, refresh: 60 });

  const socket = io(window.location.origin, { path: "/moves", transports: ["polling"], reconnectionAttempts: 1 });
  socket.on("move", (move) => $(".stock").trigger("depot:move", move));
  $.post("/audit/opened", { page: "stock", build: 20417 });
});
