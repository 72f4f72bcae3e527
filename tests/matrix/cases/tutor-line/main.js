// WebRTC tutoring: a signalling singleton with exponential backoff; pages that show a port get the signalling server's ports, others the host.
import Signaling from './lib/Signaling.js';
import { PeerRegistry } from './lib/PeerRegistry.js';

const signaling = Signaling.instance();
const peers = new PeerRegistry(signaling);

signaling.on('peer-joined', ({ id }) => peers.offer(id));
signaling.on('peer-left', ({ id }) => peers.drop(id));
signaling.on('signal', ({ from, data }) => peers.accept(from, data));

signaling.connect({ lesson: 'algebra-2', role: 'student' });
