// Home automation: hub URL kept in an auth object, its default has the hub's port, and the socket URL is cut out of it.
// page:
// page: localStorage.setItem("hearth.tokens", JSON.stringify({ hubUrl: "http://hub.runtime.example:7777", access: "t" }))
import { loadAuth } from './auth.js';
import { createConnection } from './connection.js';
import { Entities } from './entities.js';

const auth = loadAuth();
const connection = createConnection({ auth, setupRetry: 1 });
const entities = new Entities(connection);
entities.subscribe();
entities.showCamera('camera.front_door');
