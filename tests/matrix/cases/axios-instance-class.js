// axios instances with defaults set later and an interceptor, in a service class.
import axios from "axios";

class UserService {
  constructor(port = 8000) {
    this.http = axios.create({ timeout: 9000, headers: { "X-Client": "web" } });
    this.http.defaults.baseURL = `http://${window.location.hostname}:${port}/api`;
    this.http.interceptors.request.use((config) => {
      config.headers.Authorization = "Bearer t";
      return config;
    });
  }

  list(params) {
    return this.http.get("/users", { params });
  }
}

new UserService().list({ page: 1 }).catch(() => {});
