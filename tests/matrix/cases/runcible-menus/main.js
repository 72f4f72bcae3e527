// keep: a restaurant's menu boards with socket.io: the connection options carry a development hostname and port which a settings
// function replaces by the page's; another board is only opened if its build-time flag is on, which it is not.
// env: VITE_BOARD_PREVIEW=off
import { connect } from "./sockets.js";
import { boards } from "./boards.js";

const root = document.getElementById("root");
boards()
  .filter((board) => board.enabled)
  .forEach((board) => {
    const socket = connect(board);
    socket.on("dish", ({ name, price }) => {
      root.textContent = `${board.name}: ${name} ${(price / 100).toFixed(2)}`;
    });
  });
