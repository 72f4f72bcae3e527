export const environment = () => ({
  page: window.location,
  tiles: { host: "tiles.maps.example", port: 8443, zoom: 12 },
  realtime: { port: "8183", path: "fleet/positions" },
  geocoder: { url: "/geocode", limit: 8183 },
});
