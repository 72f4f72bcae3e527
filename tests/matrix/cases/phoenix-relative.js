// keep: Phoenix and Action Cable with paths use the page's origin.
import { createConsumer } from "@rails/actioncable";
import { Socket } from "phoenix";

new Socket("/socket", { params: {} }).connect();
createConsumer("/cable").subscriptions.create("RoomChannel", {});
createConsumer().subscriptions.create("OtherChannel", {});
