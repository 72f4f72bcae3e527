export function inherits(Child, Parent, members) {
  function Surrogate() {
    this.constructor = Child;
  }
  Surrogate.prototype = Parent.prototype;
  Child.prototype = new Surrogate();
  Child.uber = Parent.prototype;
  for (var name in members) {
    if (members.hasOwnProperty(name)) Child.prototype[name] = members[name];
  }
  return Child;
}
