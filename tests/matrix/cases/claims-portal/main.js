// A base service class, three subclasses: notifications on port 5055, documents on the page's origin, audit at a public host.
import { NotificationService } from "./services/NotificationService.js"
import { DocumentService } from "./services/DocumentService.js"
import { AuditService } from "./services/AuditService.js"

const services = [new NotificationService(), new DocumentService(), new AuditService()]

Promise.resolve()
  .then(() => services.map((s) => s.start()))
  .then((started) => {
    window.__claims = { services, started: started.length }
  })
