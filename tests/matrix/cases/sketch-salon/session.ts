export interface Stroke {
  d: string;
  colour: string;
}

export interface Session {
  phase: 'waiting' | 'ready';
  room: string;
  hosts: { strokes: string; gallery: string };
  strokes: Stroke[];
  online: boolean;
}

type Action =
  | { type: 'located'; hostname: string; authority: string }
  | { type: 'stroke'; stroke: Stroke }
  | { type: 'offline' };

const PARTY_PORT = 1999;

export function initial(room: string): Session {
  return { phase: 'waiting', room, hosts: { strokes: '', gallery: '' }, strokes: [], online: true };
}

export function reducer(state: Session, action: Action): Session {
  switch (action.type) {
    case 'located':
      return {
        ...state,
        phase: 'ready',
        hosts: { strokes: action.hostname.concat(':', String(PARTY_PORT)), gallery: action.authority },
      };
    case 'stroke':
      return { ...state, strokes: [...state.strokes, action.stroke].slice(-500) };
    case 'offline':
      return { ...state, online: false };
    default:
      return state;
  }
}
