const initial = {
  status: "offline",
  gateway: { port: 4001, mount: "/socket", vsn: "2.0.0" },
  attempts: 0,
};

export const connect = (topic) => ({ type: "connection/connect", topic });
export const statusChanged = (status) => ({ type: "connection/status", status });

export function connection(state = initial, action) {
  switch (action.type) {
    case "connection/connect":
      return { ...state, status: "connecting", attempts: state.attempts + 1 };
    case "connection/status":
      return { ...state, status: action.status };
    default:
      return state;
  }
}

export const selectGateway = (state) => state.connection.gateway;

export const selectSocketUrl = (state) => {
  const { port, mount } = selectGateway(state);
  const { protocol, hostname } = window.location;
  return [protocol === "https:" ? "wss:/" : "ws:/", `${hostname}:${port}`].join("/") + mount;
};
