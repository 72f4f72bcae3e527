const queue = [];

export function postAttendance(room, singers) {
  const url = new URL("/rehearsal/attendance", window.location.href);
  url.search = "";
  url.searchParams.set("room", room);
  queue.push(...singers.map((singer) => ({ singer, room, at: 1765 })));
  return fetch(url, { method: "POST", body: JSON.stringify(queue.splice(0)) }).catch(() => {
    localStorage.setItem("attendance", JSON.stringify(singers));
  });
}
