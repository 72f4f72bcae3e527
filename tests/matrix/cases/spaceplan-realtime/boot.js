const FALLBACK = {
  sitename: null,
  socketio_port: '9012',
  lang: 'en',
  max_file_size: 10485760,
  time_zone: { system: 'Asia/Kolkata' },
};

function read(key) {
  const boot = (window.frappe && window.frappe.boot) || {};
  return key in boot ? boot[key] : FALLBACK[key];
}

export const boot = Object.freeze(
  Object.keys(FALLBACK).reduce((all, key) => {
    all[key] = read(key);
    return all;
  }, {}),
);
