var root = (window.MILL = window.MILL || {});

root.VERSION = '2.8090.3';

root.namespace = function (path) {
  var at = root;
  var parts = path.split('.');
  for (var i = 0; i < parts.length; i++) {
    if (parts[i] === 'MILL') continue;
    at[parts[i]] = at[parts[i]] || {};
    at = at[parts[i]];
  }
  return at;
};

root.mixin = function (target) {
  for (var i = 1; i < arguments.length; i++) {
    for (var key in arguments[i]) {
      if (Object.prototype.hasOwnProperty.call(arguments[i], key)) target[key] = arguments[i][key];
    }
  }
  return target;
};
