export interface Control {
  base: number;
  increment: number;
}

export const CONTROLS: Record<'bullet' | 'rapid', Control> = {
  bullet: { base: 60000, increment: 1000 },
  rapid: { base: 600000, increment: 5000 },
};

export const ICE: RTCIceServer[] = [
  { urls: ['stun:stun.chess.example:3478', 'turn:turn.chess.example:5349?transport=tcp'], username: 'club', credential: 'open' },
];
