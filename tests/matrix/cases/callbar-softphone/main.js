// Call-centre bar with a SIP transport: the provisioning profile is a class with accessors, the transport a list of
// candidates sorted by weight; the first candidate is the PBX on the page's host at 8089, the TURN hosts are decoys.
import { Profile } from "./sip/profile.js";
import { UserAgent } from "./sip/user-agent.js";
import { PresencePanel } from "./presence.js";

const profile = new Profile({
  extension: "2041",
  realm: window.location.hostname,
  iceServers: [
    { urls: "stun:stun.callbar.example:3478" },
    { urls: "turn:turn.callbar.example:5349?transport=tcp", username: "agent", credential: "x" },
  ],
});

const agent = new UserAgent(profile);
agent.on("state", (state) => document.body.setAttribute("data-sip", state));
agent.start();

new PresencePanel("/presence/stream").open();
