const GATEWAY_PORT = '8085';

class Endpoints {
  static get gateway() {
    return window.location.protocol + '//' + window.location.hostname + ':' + GATEWAY_PORT;
  }

  static get stomp() {
    return Endpoints.gateway + '/ws-stomp';
  }
}

export default Endpoints;
