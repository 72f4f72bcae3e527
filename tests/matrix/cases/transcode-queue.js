// Media team's transcode queue in a functional style: Object.assign sets port and pathname on a URL object made from the
// page's address; progress comes as EventSource from there, commands go by fetch to the page's own origin.
const pipe = (...functions) => (input) => functions.reduce((value, apply) => apply(value), input);

const fromPage = () => new URL(window.location.href);
const bare = (url) => Object.assign(url, { search: "", hash: "" });
const at = (changes) => (url) => Object.assign(url, changes);
const asking = (parameters) => (url) => {
  Object.entries(parameters).forEach(([name, value]) => url.searchParams.append(name, value));
  return url;
};
const href = (url) => url.href;

const PRESETS = [
  { id: "h264-1080", bitrate: 8000, width: 1920 },
  { id: "h264-720", bitrate: 5000, width: 1280 },
  { id: "av1-1080", bitrate: 4200, width: 1920 },
];

const progressAddress = pipe(
  fromPage,
  bare,
  at({ port: "8089", pathname: "/jobs/progress" }),
  asking({ since: "0", preset: PRESETS.map(({ id }) => id).join() }),
  href,
);

const commandAddress = (job) => pipe(fromPage, bare, at({ pathname: `/api/jobs/${job}` }), href)();

const reduceJob = (jobs, event) => {
  switch (event.kind) {
    case "queued":
      return { ...jobs, [event.job]: { percent: 0, preset: event.preset } };
    case "progress":
      return { ...jobs, [event.job]: { ...jobs[event.job], percent: event.percent } };
    case "done": {
      const { [event.job]: _, ...rest } = jobs;
      return rest;
    }
    default:
      return jobs;
  }
};

function watch(onChange) {
  let jobs = {};
  const source = new EventSource(progressAddress());
  source.addEventListener("job", ({ data }) => {
    jobs = reduceJob(jobs, JSON.parse(data));
    onChange(jobs);
  });
  return () => source.close();
}

const command = (job, action) =>
  fetch(commandAddress(job), { method: "PATCH", body: JSON.stringify({ action }), credentials: "same-origin" });

const root = document.body.appendChild(document.createElement("pre"));
watch((jobs) => {
  root.textContent = Object.entries(jobs)
    .map(([job, { percent, preset }]) => `${job} ${preset} ${percent}%`)
    .join("\n");
});
command("intro-4k", "prioritise").catch(() => {});
