// PartySocket: the host with its port among the options.
import PartySocket from "partysocket";

new PartySocket({ host: location.hostname + ":1999", room: "lobby", id: "me", maxRetries: 1 });
