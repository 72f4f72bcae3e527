// A riding school's app, as a web page and wrapped by Capacitor. The platform module asks the bridge; on Android the
// development backend of the emulator's host was left in the release, on the web all goes to the page's origin.
// page:
// page: window.Capacitor = { getPlatform: () => "android", isNativePlatform: () => true };
// page: window.Capacitor = { getPlatform: () => "ios", isNativePlatform: () => true };
import { platform } from "./platform";
import { endpoints } from "./endpoints";
import { LessonStore } from "./lessons";
import { StallFeed } from "./stalls";

const where = endpoints(platform());
const lessons = new LessonStore(where.rest);
const stalls = new StallFeed(where.live);

lessons.refresh().finally(() => stalls.connect());
