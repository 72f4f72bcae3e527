(function () {
  var made = {};
  var defined = {};
  window.define = function (name, needs, factory) {
    defined[name] = { needs: needs, factory: factory };
  };
  window.define.amd = {};
  function load(name) {
    if (!(name in made)) {
      var module = defined[name];
      made[name] = module.factory.apply(null, module.needs.map(load));
    }
    return made[name];
  }
  window.require = function (needs, then) {
    return then.apply(null, needs.map(load));
  };
})();
