// Action Cable: a consumer on a fixed port; the subscription opens the connection.
import { createConsumer } from "@rails/actioncable";

const consumer = createConsumer(`ws://${location.hostname}:3334/cable`);
consumer.subscriptions.create("RoomChannel", { received() {} });
