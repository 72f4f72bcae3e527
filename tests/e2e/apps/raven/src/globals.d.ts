interface ImportMetaEnv {
  readonly VITE_FRAPPE_PATH?: string;
  readonly VITE_SOCKET_PORT?: string;
  readonly VITE_SITE_NAME?: string;
}

interface Window {
  /** Put into the page by the server, as Frappe does. */
  frappe?: { boot?: { sitename?: string; versions?: { frappe?: string } } };
}
