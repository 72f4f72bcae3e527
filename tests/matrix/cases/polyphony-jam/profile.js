const numbers = ['port', 'bitrate'];

export function parseProfile(text) {
  const profile = {};
  new URLSearchParams(text).forEach((value, key) => {
    profile[key] = numbers.includes(key) ? parseInt(value, 10) : value;
  });
  return profile;
}
