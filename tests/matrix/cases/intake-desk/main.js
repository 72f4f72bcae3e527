// Rails with Stimulus-like controllers: ActionCable consumer, URL of a meta tag that this page has not, else a standalone cable server.
import { Application } from "./controllers/application.js"
import IntakeController from "./controllers/intake_controller.js"

const host = document.createElement("div")
host.dataset.controller = "intake"
host.dataset.intakeOfficeValue = "12"
;(document.body || document.documentElement).appendChild(host)

Application.start({ intake: IntakeController }, document)
