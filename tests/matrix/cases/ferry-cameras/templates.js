export const TEMPLATES = {
  stream: "{scheme}://{host}:{cameraPort}/live/{camera}?q={quality}",
  control: "{scheme}://{origin}/control",
  still: "{http}://{origin}/still/{camera}.jpg",
  help: "rtsp://{host}:8554/{camera}",
};
