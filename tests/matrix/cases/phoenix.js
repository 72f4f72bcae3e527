// Phoenix channels on a fixed port, with parameters.
import { Socket } from "phoenix";

const socket = new Socket(`ws://${location.hostname}:4000/socket`, { params: { token: "t" } });
socket.connect();
