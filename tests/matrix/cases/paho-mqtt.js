// Paho MQTT: host and port as positional arguments.
import Paho from "paho-mqtt";

const client = new Paho.Client(location.hostname, 9001, "/mqtt", "me");
client.connect({ onFailure() {} });
