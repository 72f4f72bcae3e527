import { createContext, useContext, useMemo, useReducer } from 'react';

const initial = { preset: null, secure: location.protocol === 'https:', authority: location.host, page: 24 };

export function reduce(state, action) {
  switch (action.type) {
    case 'preset':
      return { ...state, preset: action.name };
    case 'authority':
      return { ...state, authority: action.port ? `${location.hostname}:${action.port}` : location.host };
    case 'page':
      return { ...state, page: action.size };
    default:
      return state;
  }
}

const PRESETS = {
  gallery: [{ type: 'page', size: 48 }],
  studio: [{ type: 'page', size: 12 }, { type: 'authority', port: 4466 }],
};

const Settings = createContext(null);

export function SettingsProvider({ preset, children }) {
  const [state, dispatch] = useReducer(reduce, initial, (start) =>
    [{ type: 'preset', name: preset }, ...PRESETS[preset]].reduce(reduce, start),
  );
  const value = useMemo(() => ({ ...state, dispatch }), [state]);
  return <Settings.Provider value={value}>{children}</Settings.Provider>;
}

export const useSettings = () => useContext(Settings);
