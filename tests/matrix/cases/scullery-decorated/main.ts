// Private # fields, accessors with checks and class decorators applied by hand (compose of functions which return a
// subclass): one decorator gives a service its port by overriding a protected getter of the base class.
import { decorate, logged, onPort, retrying } from './decorators';
import { KitchenSocket } from './socket';

const Dishes = decorate(KitchenSocket, retrying(2), logged('dishes'));
const Dumbwaiter = decorate(KitchenSocket, onPort('dumbwaiter'), logged('dumbwaiter'));

new Dishes('dishes').open();
new Dumbwaiter('floors').open();
