// Property accounts with axios: one instance, whose request interceptor moves "valuation" requests to another base; a child
// instance made by a factory from the first one's defaults keeps the page's origin.
import { createApi, createChild } from "./api.js";
import { Money } from "./money.js";
import { Valuations } from "./valuations.js";

const api = createApi();
const letters = createChild(api, { timeout: 4000 });
const valuations = new Valuations(api);

Promise.allSettled([
  api.get("/tenants", { params: { page: 1, size: 8055 } }),
  valuations.of("flat-12", "2023-11-01"),
  letters.post("/reminders", { tenant: "T-4031", days: 14 }),
]).then((results) => {
  const rents = ["8055.00", "1240.5", "990"].map(Money.of).reduce((sum, rent) => sum.plus(rent));
  document.body.append(String(rents));
  document.title = `${results.filter(({ status }) => status === "fulfilled").length} of ${results.length}`;
});
