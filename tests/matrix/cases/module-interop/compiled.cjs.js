"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.port = exports.default = void 0;
var _whole = require("./whole.cjs.js");
var _whole2 = _interopRequireDefault(_whole);
function _interopRequireDefault(e) {
  return e && e.__esModule ? e : { default: e };
}
exports.port = 9001;
exports.default = function (port, path) {
  return (0, _whole2.default)(port, path);
};
