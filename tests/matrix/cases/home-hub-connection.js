// A hub's front end: auth data names the hub, createConnection takes options whose createSocket may be replaced.
const ERR_CANNOT_CONNECT = 1;

class Auth {
  constructor(data) {
    this.data = data;
  }
  get wsUrl() {
    return `ws${this.data.hassUrl.substr(4)}/api/websocket`;
  }
  get expired() {
    return Date.now() > this.data.expires;
  }
}

function createSocket(options) {
  if (!options.auth) throw ERR_CANNOT_CONNECT;
  const auth = options.auth;
  const url = auth.wsUrl;
  function connect(triesLeft, promResolve, promReject) {
    const socket = new WebSocket(url);
    const closeMessage = () => {
      socket.removeEventListener("close", closeMessage);
      if (triesLeft === 0) {
        promReject(ERR_CANNOT_CONNECT);
        return;
      }
      const newTries = triesLeft === -1 ? -1 : triesLeft - 1;
      setTimeout(() => connect(newTries, promResolve, promReject), 1000);
    };
    socket.addEventListener("close", closeMessage);
    socket.addEventListener("error", closeMessage);
  }
  return new Promise((resolve, reject) => connect(options.setupRetry, resolve, reject));
}

async function createConnection(options) {
  const connOptions = Object.assign({ setupRetry: 0, createSocket }, options);
  const socket = await connOptions.createSocket(connOptions);
  return { socket, options: connOptions };
}

const getAuth = async ({ hassUrl }) => new Auth({ hassUrl, clientId: null, expires: 0, access_token: "x" });

(async () => {
  const auth = await getAuth({ hassUrl: `${location.protocol}//${location.hostname}:8123` });
  try {
    await createConnection({ auth });
  } catch (error) {
    if (error !== ERR_CANNOT_CONNECT) throw error;
  }
})();
