export const routes = {
  profile: { via: "request", template: "/api/users/{user}" },
  signals: { via: "socket", template: "{ws}://{host}:8686/signals/{+topic}" },
};
