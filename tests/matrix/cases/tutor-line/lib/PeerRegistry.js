export class PeerRegistry {
  constructor(signaling) {
    this.signaling = signaling;
    this.peers = {};
  }

  get(id) {
    if (this.peers[id]) return this.peers[id];
    const pc = new RTCPeerConnection();
    pc.onicecandidate = ({ candidate }) => candidate && this.signaling.send('signal', { to: id, data: { candidate } });
    return (this.peers[id] = pc);
  }

  async offer(id) {
    const pc = this.get(id);
    await pc.setLocalDescription(await pc.createOffer());
    this.signaling.send('signal', { to: id, data: { sdp: pc.localDescription } });
  }

  async accept(id, { sdp, candidate }) {
    const pc = this.get(id);
    if (candidate) return pc.addIceCandidate(candidate);
    await pc.setRemoteDescription(sdp);
  }

  drop(id) {
    this.peers[id]?.close();
    delete this.peers[id];
  }
}
