const BASE = import.meta.env.VITE_APP_MODE === 'production' ? '' : 'http://localhost:4000';

export async function apiGet(path) {
  try {
    const response = await fetch(`${BASE}/api${path}`, { credentials: 'same-origin' });
    const data = await response.json();
    return Array.isArray(data) ? data : [];
  } catch (error) {
    return [];
  }
}
