const KEY = 'kelp.session';

export class AuthError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export async function signIn() {
  const response = await fetch('/api/v2/session', {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ device: 'desk', ttl: 28800 }),
  });
  if (!response.ok) throw new AuthError('sign-in refused', response.status);
  const { token, user } = await response.json();
  const session = { token, user, since: Date.now() };
  sessionStorage.setItem(KEY, JSON.stringify(session));
  return session;
}

export const can = (session, role) => session.user.roles.includes(role);
