// Action Cable provides the framework to deal with WebSockets in Rails.
import { createConsumer } from "@rails/actioncable"

const LEGACY_CABLE_PORT = 28080

function legacyUrl() {
  const proto = window.location.protocol === "https:" ? "wss:" : "ws:"
  return `${proto}//${window.location.hostname}:${LEGACY_CABLE_PORT}/cable`
}

export const legacyConsumer = createConsumer(legacyUrl())

export const consumer = createConsumer()
